import { assertEquals } from "@std/assert";
import { worryAfterMs } from "@/lib/doctor/worry.ts";

Deno.test("worryAfterMs() asks at once for a bad end, and not for one that was wished for", () => {
  assertEquals(worryAfterMs({ phase: "ended", role: "caller", reason: "failed" }, "ok"), 0);
  assertEquals(worryAfterMs({ phase: "ended", role: "caller", reason: "hung-up" }, "ok"), undefined);
  assertEquals(worryAfterMs({ phase: "idle" }, "ok"), undefined);
  assertEquals(worryAfterMs({ phase: "open", role: "caller", connected: true }, "ok"), undefined);
});

Deno.test("worryAfterMs() has patience with a phase, and less where an answer came too late", () => {
  const connecting = worryAfterMs({ phase: "connecting", role: "caller", etag: "" }, "ok") ?? 0;
  const looking = worryAfterMs({ phase: "looking", role: "callee", occupied: null, restarts: 0 }, "ok") ?? 0;
  const late = worryAfterMs({ phase: "looking", role: "callee", occupied: null, restarts: 1 }, "ok") ?? 0;
  // ICE itself gives up after 11 to 16 seconds.
  assertEquals(connecting > 3_000 && connecting < 11_000, true);
  assertEquals(looking > 30_000, true);
  assertEquals(late > 0 && late < connecting, true);
});

Deno.test("worryAfterMs() asks soon where the server is away, and not again once the call is over", () => {
  const state = { phase: "looking", role: "callee", occupied: null, restarts: 0 } as const;
  assertEquals(worryAfterMs(state, "silent"), 2_000);
  assertEquals(worryAfterMs(state, "failing"), 2_000);
  assertEquals(worryAfterMs({ phase: "ended", role: "callee", reason: "hung-up" }, "silent"), undefined);
});
