import { step } from "@/lib/client/call.ts";
import type { CallEvent, CallState } from "@/lib/client/state.ts";
import type { RefusalCode } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";

const CALLER_CONNECTING: CallState = { phase: "connecting", role: "caller", etag: `"o"` };
const CALLEE_CONNECTING: CallState = { ...CALLER_CONNECTING, role: "callee" };
const FAILED: CallEvent = { type: "connection", state: "failed" };
const TIMEOUT: CallEvent = { type: "timer", name: "connect" };

Deno.test("step() deletes the caller's offer when no connection comes about, and explains that", () => {
  for (const event of [FAILED, TIMEOUT]) {
    const [state, effects] = step(CALLER_CONNECTING, event);
    assertEquals(state.phase === "ended" && state.detail?.startsWith("No network path"), true);
    assertEquals(state.phase === "ended" && state.code, "no-path-or-callee-left");
    assertEquals(effects, [{ do: "release" }, { do: "delete-room", etag: `"o"` }]);
  }
});

Deno.test("step() tells a callee that fails that the caller may have left", () => {
  const [state, effects] = step(CALLEE_CONNECTING, FAILED);
  assertEquals(state.phase === "ended" && state.detail?.startsWith("The caller may have left"), true);
  assertEquals(state.phase === "ended" && state.code, "caller-left-or-no-path");
  assertEquals(effects, [{ do: "release" }]);
});

Deno.test("step() gives ICE a last chance once the call is gone from the server, and then says that the other side left", () => {
  for (const from of [CALLER_CONNECTING, CALLEE_CONNECTING]) {
    const [state, effects] = step(from, over("call-ended"));
    assertEquals([state, effects], [{ ...from, left: true }, [{ do: "set-timer", name: "connect", ms: 2_000 }]]);
    assertEquals(step(state, { type: "channel-open" })[0].phase, "open");
    const [end, after] = step(state, TIMEOUT);
    assertEquals(end.phase === "ended" && [end.reason, end.code], ["left", "left-before-connected"]);
    assertEquals(after, [{ do: "release" }]);
  }
});

Deno.test("step() goes on looking for a path when the room is another call's, or the call has expired there", () => {
  for (const code of ["offer-replaced", "expired"] as const) {
    assertEquals(step(CALLER_CONNECTING, over(code)), [CALLER_CONNECTING, []]);
  }
});

Deno.test("step() adds this call's candidates, and no other's", () => {
  const candidate = { candidate: "candidate:1" };
  for (const from of [CALLER_CONNECTING, CALLEE_CONNECTING]) {
    const effects = [{ do: "add-candidate", candidate }];
    assertEquals<unknown>(step(from, { type: "candidate", call: `"o"`, candidate }), [from, effects]);
    assertEquals(step(from, { type: "candidate", call: `"other"`, candidate }), [from, []]);
  }
});

function over(code: RefusalCode): CallEvent {
  return { type: "over", code, detail: `Cannot read on: ${code}`, at: 0 };
}
