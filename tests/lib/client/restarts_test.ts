import { assert, assertEquals, assertGreater, assertNotEquals } from "@std/assert";
import type { FakeNetwork } from "@/testing/fake_peer.ts";
import { show } from "./test_call.ts";
import { connect, testCall, type World } from "./world.ts";

testCall("a lost connection is restarted over the server, and what was half sent arrives", async (world) => {
  const { caller, callee, network, lines } = world;
  await talk(world);
  const before = lines.length;
  network.cut("failed");
  assertEquals([caller.view.state.phase, callee.view.state.phase], ["reconnecting", "reconnecting"]);
  caller.send("Are you there?");
  callee.send("Are you?");
  await Promise.all([caller.reaches("open"), callee.reaches("open")]);
  await caller.until(({ messages }) => messages.length === 3 && messages.every(({ delivered }) => delivered));
  await callee.until(({ messages }) => messages.length === 3 && messages.every(({ delivered }) => delivered));
  assertEquals(show(callee.view), ["them: Hello", "me: Are you? ✓", "them: Are you there?"]);
  assertEquals(show(caller.view), ["me: Hello ✓", "me: Are you there? ✓", "them: Are you?"]);
  // The same peers and channels, and on the server a room that only the two know.
  assertEquals([network.peers.length, network.peers[0]?.channels.length], [2, 2]);
  const requests = lines.slice(before);
  assertGreater(requests.length, 0);
  assertEquals(requests.filter((line) => !/ \/rooms\/restart-[0-9a-f]{32}\/messages\?/.test(line)), []);
});

for (const transport of ["event-stream", "long-poll", "short-poll"] as const) {
  testCall(`a call survives again and again by ${transport}, which is left alone in between`, async (world) => {
    const { caller, callee, network, lines, settled } = world;
    await talk(world);
    for (let round = 1; round <= 5; round++) {
      network.cut("failed");
      await Promise.all([caller.reaches("open"), callee.reaches("open")]);
      await settled();
      const before = lines.length;
      caller.send(`Round ${round}`);
      await callee.until(({ messages }) => messages.length === round + 1);
      assertEquals(lines.length, before);
    }
  }, transport);
}

testCall("another network is tried over the channel, without the server", async (world) => {
  const { caller, callee, network, lines } = world;
  await talk(world);
  const before = lines.length;
  for (const call of [caller, callee]) {
    const ufrags = network.peers.map(({ ufrag }) => ufrag);
    call.networkChanged();
    assertEquals(call.view.state.phase, "reconnecting");
    await call.reaches("open");
    assertEquals(network.peers.filter(({ ufrag }, index) => ufrag === ufrags[index]), []);
  }
  assertEquals(lines.length, before);
});

testCall("a path that works is not restarted for a doubt", async (world) => {
  const { caller, callee, network } = world;
  await talk(world);
  const ufrags = network.peers.map(({ ufrag }) => ufrag);
  const answers = () =>
    network.peers[1]!.channels.flatMap(({ sent }) => sent).filter((it) => it === `{"type":"alive"}`);
  caller.checkPath();
  caller.send("Are you there?");
  await callee.until(({ messages }) => messages.length === 2);
  assertEquals(answers().length, 1);
  assertEquals([caller.view.state.phase, callee.view.state.phase], ["open", "open"]);
  assertEquals(network.peers.map(({ ufrag }) => ufrag), ufrags);
});

testCall("a path that is silent when it is in doubt is restarted", async (world) => {
  const { caller, network } = world;
  await talk(world);
  const [ufrag] = network.peers.map(({ ufrag }) => ufrag);
  network.silence();
  caller.checkPath();
  await caller.reaches("reconnecting");
  network.cut("disconnected");
  await caller.reaches("open");
  assertNotEquals(network.peers[0]?.ufrag, ufrag);
});

testCall("100 restarts by both sides at once converge", async (world) => {
  const { caller, callee, network, lines } = world;
  await talk(world);
  const before = lines.length;
  for (let round = 1; round <= 100; round++) {
    caller.networkChanged();
    callee.networkChanged();
    // Every other time before the one before is over.
    if (round % 2 === 0) await Promise.all([caller.reaches("open"), callee.reaches("open")]);
  }
  assertAgreed(network);
  const [offerer, answerer] = network.peers;
  assertGreater(answerer?.rollbacks ?? 0, 40, "Nobody's offers have met");
  assertEquals(offerer?.rollbacks, 0);
  assertEquals(lines.length, before);
  caller.send("Still here?");
  await callee.until(({ messages }) => messages.length === 2);
});

testCall(
  "restarts by both sides over the server converge with those that come late over the channel",
  async (world) => {
    const { caller, callee, network } = world;
    await talk(world);
    for (let round = 1; round <= 20; round++) {
      // Offered over a channel that is lost already: they arrive when others have taken their place.
      network.silence();
      caller.networkChanged();
      callee.networkChanged();
      while (network.peers.some(({ signalingState }) => signalingState === "stable")) await Promise.resolve();
      network.cut("failed");
      await Promise.all([caller.reaches("open"), callee.reaches("open")]);
      caller.send(`Round ${round}`);
      await callee.until(({ messages }) => messages.length === round + 1);
      assertAgreed(network);
    }
  },
);

testCall("a path that comes back by itself is agreed on over the channel", async (world) => {
  const { caller, callee, network } = world;
  await talk(world);
  network.peers[0]?.lose("failed");
  assertEquals([caller.view.state.phase, callee.view.state.phase], ["reconnecting", "open"]);
  network.heal();
  await caller.reaches("open");
  assertEquals(callee.view.state.phase, "open");
});

for (const leaving of ["caller", "callee"] as const) {
  testCall(`a ${leaving} that hangs up while it reconnects lets the other side know by the server`, async (world) => {
    const { network, lines } = world;
    await talk(world);
    network.reachable = false;
    network.cut("failed");
    const [one, other] = leaving === "caller" ? [world.caller, world.callee] : [world.callee, world.caller];
    await Promise.all([one, other].map((call) => call.until(({ state }) => "settled" in state && state.settled)));
    one.hangUp();
    const { state } = await other.reaches("ended");
    assert(state.phase === "ended");
    assertEquals(state.reason, "left");
    assertEquals(lines.filter((line) => line.startsWith("DELETE /rooms/restart-")).length, 1);
  });
}

testCall("a hang-up in a short gap reaches a side that already waits at the server", async (world) => {
  const { caller, callee, network, lines } = world;
  await talk(world);
  network.reachable = false;
  network.peers[0]?.lose("failed");
  network.peers[1]?.lose("disconnected");
  assertEquals([caller.view.state.phase, callee.view.state.phase], ["reconnecting", "open"]);
  const waits = () => lines.some((line) => line.startsWith("GET /rooms/restart-"));
  while (!waits()) await new Promise((resolve) => setTimeout(resolve, 5));
  callee.hangUp();
  const { state } = await caller.reaches("ended");
  assertEquals(state.phase === "ended" && state.reason, "left");
  assertEquals(lines.filter((line) => line.startsWith("DELETE /rooms/restart-")).length, 1);
});

testCall("a hang-up over a connection asks nothing of the server", async (world) => {
  const { caller, callee, lines } = world;
  await talk(world);
  const before = lines.length;
  callee.hangUp();
  await caller.reaches("ended");
  assertEquals(lines.length, before);
});

/** Connects, and says something, after which each side knows what the other can do. */
async function talk({ caller, callee }: World) {
  await connect(caller, callee);
  caller.send("Hello");
  await caller.until(({ messages }) => messages.some(({ delivered }) => delivered));
}

/** Each side has of the other what that has of itself. */
function assertAgreed({ peers: [one, other] }: FakeNetwork) {
  assertEquals([one?.signalingState, other?.signalingState], ["stable", "stable"]);
  assertEquals(originOf(one?.remoteDescription), originOf(other?.localDescription));
  assertEquals(originOf(other?.remoteDescription), originOf(one?.localDescription));
}

/** The line that tells one description from every other of its side. */
function originOf(description: RTCSessionDescriptionInit | null | undefined): string | undefined {
  return /^o=.*$/m.exec(description?.sdp ?? "")?.[0];
}
