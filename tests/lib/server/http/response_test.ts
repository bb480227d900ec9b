import { assertEquals, assertThrows } from "@std/assert";
import { Refusal } from "@/lib/protocol/mod.ts";
import { createUnsent } from "@/lib/server/http/response.ts";

Deno.test("hold() counts a response until it is sent or its client has gone", async () => {
  const unsent = createUnsent(10);
  const [sent, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  unsent.hold(6, infoOf(sent.promise));
  unsent.hold(4, infoOf(gone.promise));
  const refusal = assertThrows(() => unsent.hold(1, infoOf(sent.promise)), Refusal);
  assertEquals([refusal.code, refusal.options.retryAfter], ["overloaded", 1]);
  sent.resolve();
  gone.reject(new Error("Gone"));
  await Promise.allSettled([sent.promise, gone.promise]);
  unsent.hold(10, infoOf(Promise.resolve()));
  assertThrows(() => unsent.hold(1, undefined), Refusal);
});

function infoOf(completed: Promise<void>): Deno.ServeHandlerInfo {
  return { remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 1 }, completed };
}
