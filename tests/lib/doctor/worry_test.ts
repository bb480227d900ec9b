import { assertEquals } from "@std/assert";
import { worryAfterMs } from "@/lib/doctor/worry.ts";

Deno.test("worryAfterMs() asks at once for a bad end, and not for one that was wished for", () => {
  assertEquals(worryAfterMs({ phase: "ended", role: "caller", reason: "failed" }), 0);
  assertEquals(worryAfterMs({ phase: "ended", role: "caller", reason: "hung-up" }), undefined);
  assertEquals(worryAfterMs({ phase: "idle" }), undefined);
  assertEquals(worryAfterMs({ phase: "open", role: "caller", connected: true }), undefined);
});

Deno.test("worryAfterMs() has patience with a phase, and less where an answer came too late", () => {
  const connecting = worryAfterMs({ phase: "connecting", role: "caller", etag: "" }) ?? 0;
  const looking = worryAfterMs({ phase: "looking", role: "callee", occupied: null, restarts: 0 }) ?? 0;
  const late = worryAfterMs({ phase: "looking", role: "callee", occupied: null, restarts: 1 }) ?? 0;
  // ICE itself gives up after 11 to 16 seconds.
  assertEquals(connecting > 3_000 && connecting < 11_000, true);
  assertEquals(looking > 30_000, true);
  assertEquals(late > 0 && late < connecting, true);
});
