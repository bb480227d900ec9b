import { createSettler } from "@/components/settle.ts";
import type { CallState, CallView } from "@/lib/client/mod.ts";
import { assertEquals, assertLessOrEqual } from "@std/assert";
import { FakeTime } from "@std/testing/time";

const LOOKING: CallState = { phase: "looking", role: "callee", occupied: null, restarts: 0 };
const ANSWERING: CallState = { phase: "answering", role: "callee", etag: `"o"`, sdp: null, restarts: 0 };
const ENDED: CallState = { phase: "ended", role: "callee", reason: "left" };

Deno.test("what a call only passes through is not drawn", () => {
  using time = new FakeTime();
  const { show, drawn } = setUp();
  show(LOOKING);
  time.tick(99);
  show(ANSWERING);
  show(ENDED);
  assertEquals(drawn, ["ended"]);
  assertEquals(time.next(), false);
});

Deno.test("a call's passing phases are drawn after 100 ms, however often they change", () => {
  using time = new FakeTime();
  const { show, drawn } = setUp();
  show(LOOKING);
  time.tick(50);
  show(ANSWERING);
  time.tick(50);
  assertEquals(drawn, ["answering"]);
  show(LOOKING);
  time.tick(100);
  assertEquals(drawn, ["answering", "looking"]);
});

Deno.test("a page that goes away draws nothing more", () => {
  using time = new FakeTime();
  const { show, stop, drawn } = setUp();
  show(LOOKING);
  stop();
  time.tick(1_000);
  assertEquals(drawn, []);
});

Deno.test("of many messages at once some are drawn together, the first of them at once", () => {
  using time = new FakeTime();
  const drawn: number[] = [];
  const settler = createSettler(({ messages }) => drawn.push(messages.length));
  const state: CallState = { phase: "open", role: "callee", connected: true };
  const show = (count: number) => {
    const messages = Array.from({ length: count }, (_, index) => {
      return { id: index + 1, from: "them", text: "", at: 0, delivered: true } as const;
    });
    settler.show({ state, messages, typing: false, transport: "websocket", server: "ok" });
  };
  show(0);
  time.tick(100);
  for (let count = 1; count <= 50; count++) show(count);
  assertEquals(drawn, [0, 1]);
  time.tick(16);
  assertEquals(drawn, [0, 1, 50]);
  for (let count = 51; count <= 1_050; count++) {
    show(count);
    time.tick(1);
  }
  time.tick(16);
  assertEquals(drawn.at(-1), 1_050);
  assertLessOrEqual(drawn.length, 70);
  assertEquals(time.next(), false);
});

function setUp() {
  const drawn: string[] = [];
  const settler = createSettler(({ state }) => drawn.push(state.phase));
  const show = (state: CallState) => {
    const view: CallView = { state, messages: [], typing: false, transport: "websocket", server: "ok" };
    settler.show(view);
  };
  return { show, stop: settler.stop, drawn };
}
