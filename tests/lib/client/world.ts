import type { TransportName } from "@/lib/client/transports/mod.ts";
import { startApp, type TestApp } from "@/testing/app.ts";
import { assertEquals } from "@std/assert";
import { createFakeNetwork, type FakeNetwork } from "@/testing/fake_peer.ts";
import { type AppFetch, createTestCall, fetchFrom, type TestCall } from "./test_call.ts";

/** Two calls in one room of a real server in memory, over a network of fake peers. */
export interface World extends AppFetch {
  app: TestApp;
  network: FakeNetwork;
  caller: TestCall;
  callee: TestCall;
  join(base?: string): TestCall;
}

/** Runs a test in a world of its own; whatever calls it made are closed in the end. */
export function testCall(name: string, test: (world: World) => Promise<void>, transport?: TransportName) {
  Deno.test(name, async () => {
    await using app = await startApp();
    const network = createFakeNetwork();
    const server = fetchFrom(app);
    const calls: TestCall[] = [];
    const join = (base?: string) => {
      const call = createTestCall(network, { fetch: server.fetch, now: () => app.clock.now(), transport }, base);
      calls.push(call);
      return call;
    };
    await test({ ...server, app, network, caller: join(), callee: join(), join });
    calls.forEach((call) => call.close());
    assertEquals(app.faults, []);
  });
}

/** Both sides start, and reach each other. */
export async function connect(caller: TestCall, callee: TestCall) {
  caller.start("caller");
  await caller.reaches("waiting");
  callee.start("callee");
  await Promise.all([caller.reaches("open"), callee.reaches("open")]);
}
