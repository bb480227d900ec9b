import type { CallState } from "@/lib/client/mod.ts";
import type { TestApp } from "@/testing/app.ts";
import { assertEquals, assertLessOrEqual } from "@std/assert";
import { show } from "./test_call.ts";
import { connect, testCall } from "./world.ts";

testCall("two calls connect and chat, and the server hears no more of it", async ({ caller, callee, lines }) => {
  await connect(caller, callee);
  assertEquals(caller.phases, ["offering", "waiting", "connecting", "open"]);
  assertEquals(callee.phases.slice(0, 2), ["looking", "answering"]);
  assertLessOrEqual(lines.length, 8);
  const before = lines.length;
  caller.send("Hello");
  callee.send("Hi");
  callee.send("there");
  await Promise.all([caller, callee].map((it) => it.until((view) => show(view).join().includes("me: H"))));
  await caller.until(({ messages }) => messages.length === 3 && messages.every(({ delivered }) => delivered));
  await callee.until(({ messages }) => messages.length === 3 && messages.every(({ delivered }) => delivered));
  assertEquals(show(caller.view).toSorted(), ["me: Hello ✓", "them: Hi", "them: there"]);
  assertEquals(show(callee.view).toSorted(), ["me: Hi ✓", "me: there ✓", "them: Hello"]);
  caller.hangUp();
  await callee.reaches("ended");
  assertEquals(lines.length, before);
});

testCall("a callee may come first", async ({ caller, callee, lines }) => {
  callee.start("callee");
  caller.start("caller");
  await Promise.all([caller.reaches("open"), callee.reaches("open")]);
  assertLessOrEqual(lines.length, 8);
});

testCall("the side that hangs up lets the other one know, and its last words arrive", async ({ caller, callee }) => {
  await connect(caller, callee);
  callee.send("One more thing");
  callee.hangUp();
  const view = await caller.reaches("ended");
  assertEquals(view.state, { phase: "ended", role: "caller", reason: "left" });
  assertEquals(show(view), ["them: One more thing"]);
  assertEquals(callee.view.state, { phase: "ended", role: "callee", reason: "hung-up" });
});

testCall("a page that goes away ends the call on the other side", async ({ caller, callee }) => {
  await connect(caller, callee);
  caller.close();
  assertEquals((await callee.reaches("ended")).state, { phase: "ended", role: "callee", reason: "left" });
});

testCall("the same calls start again, with roles changed, and keep the messages", async ({ caller, callee }) => {
  await connect(caller, callee);
  caller.send("First call");
  await callee.until(({ messages }) => messages.length === 1);
  caller.hangUp();
  await callee.reaches("ended");
  assertEquals(callee.view.messages.length, 1);
  // The finished call still lies in the room: the new callee waits for the next one.
  caller.start("callee");
  await caller.until(({ state }) => state.phase === "looking" && state.occupied !== null);
  callee.start("caller");
  await Promise.all([caller.reaches("open"), callee.reaches("open")]);
  callee.send("Second call");
  await caller.until(({ messages }) => messages.length === 2);
  assertEquals(caller.view.messages.map(({ id, text }) => [id, text]), [[1, "First call"], [2, "Second call"]]);
});

testCall("a caller that hangs up takes its offer with it", async ({ app, caller, settled }) => {
  caller.start("caller");
  await caller.reaches("waiting");
  caller.hangUp();
  await settled();
  await assertEmpty(app);
});

testCall("a second caller takes the room, and the callee finds it", async ({ caller, callee, join }) => {
  caller.start("caller");
  await caller.reaches("waiting");
  const second = join();
  second.start("caller");
  assertEquals((await caller.reaches("ended")).state, { phase: "ended", role: "caller", reason: "replaced" });
  callee.start("callee");
  await Promise.all([second.reaches("open"), callee.reaches("open")]);
});

testCall("a second callee waits, and gets the next call", async ({ caller, callee, join }) => {
  await connect(caller, callee);
  const second = join();
  second.start("callee");
  await second.until(({ state }) => state.phase === "looking" && state.occupied !== null);
  const next = join();
  next.start("caller");
  await Promise.all([second.reaches("open"), next.reaches("open")]);
  assertEquals([caller.view.state.phase, callee.view.state.phase], ["open", "open"]);
});

testCall("an offer that expires unseen ends the call", async ({ app, caller }) => {
  caller.start("caller");
  await caller.reaches("waiting");
  app.clock.advance(app.config.ttlMs);
  assertEquals((await caller.reaches("ended")).state, { phase: "ended", role: "caller", reason: "expired" });
});

testCall("no path between the peers ends both sides, and frees the room", async (world) => {
  const { app, network, caller, callee, settled } = world;
  network.reachable = false;
  caller.start("caller");
  await caller.reaches("waiting");
  callee.start("callee");
  await Promise.all([caller.reaches("ended"), callee.reaches("ended")]);
  assertEquals([reasonOf(caller.view.state), reasonOf(callee.view.state)], ["failed", "failed"]);
  await settled();
  await assertEmpty(app);
});

testCall("candidates that come late are trickled", async ({ network, caller, callee, lines }) => {
  network.gathers = [];
  caller.start("caller");
  await caller.reaches("waiting");
  callee.start("callee");
  await Promise.all([caller.reaches("connecting"), callee.reaches("connecting")]);
  network.peers[0]?.gather("192.0.2.1 1000");
  await Promise.all([caller.reaches("open"), callee.reaches("open")]);
  // The offer, and then the candidate.
  assertEquals(lines.filter((line) => line === "POST /rooms/tea/messages?from=caller").length, 2);
});

testCall("two pairs in two rooms don't meet", async ({ caller, callee, join }) => {
  const others = [join("/rooms/other"), join("/rooms/other")] as const;
  await Promise.all([connect(caller, callee), connect(...others)]);
  caller.send("tea");
  others[0].send("other");
  await callee.until(({ messages }) => messages.length === 1);
  await others[1].until(({ messages }) => messages.length === 1);
  assertEquals([show(callee.view), show(others[1].view)], [["them: tea"], ["them: other"]]);
});

async function assertEmpty({ get }: TestApp) {
  const answer = await get("/rooms/tea/offer");
  assertEquals([answer.status, (await answer.json()).type], [404, "/problems#no-offer"]);
}

function reasonOf(state: CallState) {
  return state.phase === "ended" ? state.reason : state.phase;
}
