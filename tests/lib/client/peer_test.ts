import { closeWhenFlushed, whenGathered, whenSettled } from "@/lib/client/peer.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { FakeChannel } from "@/testing/fake_channel.ts";
import { createFakeNetwork, type FakePeer } from "@/testing/fake_peer.ts";

Deno.test("whenGathered() waits for the last candidate, and not longer than it may", async () => {
  using time = new FakeTime();
  for (const [finish, expectedMs] of [[5, 5], [60, 25]] as const) {
    const { peer, fake } = setUp();
    const startedAt = Date.now();
    setTimeout(() => fake.gather(null), finish);
    const gathered = whenGathered(peer, new AbortController().signal).then(() => Date.now() - startedAt);
    while (await time.nextAsync());
    assertEquals(await gathered, expectedMs);
  }
});

Deno.test("whenGathered() ends with the attempt, and at once where there is nothing to wait for", async () => {
  using time = new FakeTime();
  const { peer, fake } = setUp();
  const attempt = new AbortController();
  const gathered = whenGathered(peer, attempt.signal);
  attempt.abort();
  await gathered;
  fake.gather(null);
  await whenGathered(peer, new AbortController().signal);
  assertEquals(time.next(), false);
});

Deno.test("whenSettled() waits until the path in use is of the newest description, and not longer than it may", async () => {
  using time = new FakeTime();
  for (
    const { used, expectedMs } of [
      { used: (ms: number) => ms < 60 ? "old" : "new", expectedMs: 60 },
      { used: (ms: number) => ms < 60 ? undefined : "new", expectedMs: 60 },
      { used: () => "old", expectedMs: 100 },
      { used: () => "new", expectedMs: 0 },
    ]
  ) {
    const startedAt = Date.now();
    const passed = () => Date.now() - startedAt;
    const settled = whenSettled(peerThatUses(() => used(passed())), 100, new AbortController().signal).then(passed);
    while (await time.nextAsync());
    assertEquals(await settled, expectedMs);
  }
});

Deno.test("whenSettled() ends with the attempt, and at once without a connection or where the browser doesn't tell", async () => {
  using time = new FakeTime();
  const attempt = new AbortController();
  const settled = whenSettled(peerThatUses(() => "old"), 100, attempt.signal);
  attempt.abort();
  await settled;
  await whenSettled(peerThatUses(() => "old", "disconnected"), 100, new AbortController().signal);
  await whenSettled(peerThatUses(() => null), 100, new AbortController().signal);
  assertEquals(time.next(), false);
});

Deno.test("closeWhenFlushed() closes the peer after the channel", async () => {
  using time = new FakeTime();
  const { peer, fake } = setUp();
  const channel = new FakeChannel("chat");
  channel.open();
  closeWhenFlushed(peer, channel.asChannel);
  assertEquals([channel.readyState, fake.connectionState], ["closing", "new"]);
  await time.runMicrotasks();
  assertEquals([channel.readyState, fake.connectionState], ["closed", "closed"]);
  assertEquals(time.next(), false);
});

Deno.test("closeWhenFlushed() doesn't wait for a channel that never closes", () => {
  using time = new FakeTime();
  const { peer, fake } = setUp();
  const channel = new FakeChannel("chat");
  channel.close = () => {};
  closeWhenFlushed(peer, channel.asChannel);
  time.tick(9_999);
  assertEquals(fake.connectionState, "new");
  time.tick(1);
  assertEquals(fake.connectionState, "closed");
});

function setUp(): { peer: RTCPeerConnection; fake: FakePeer } {
  const network = createFakeNetwork();
  const peer = network.createPeer({});
  return { peer, fake: network.peers[0]! };
}

/** A connection whose newest generation is `new`; `used` gives that of the path in use, `undefined` without one, `null` where it isn't told. */
function peerThatUses(
  used: () => string | undefined | null,
  connectionState: RTCPeerConnectionState = "connected",
): RTCPeerConnection {
  const peer = {
    connectionState,
    localDescription: { sdp: "v=0\r\na=ice-ufrag:new\r\n" },
    getStats() {
      const usernameFragment = used();
      const stats = usernameFragment === undefined ? [] : [
        { id: "pair", type: "candidate-pair", selected: true, localCandidateId: "local" },
        { id: "local", type: "local-candidate", ...(usernameFragment === null ? {} : { usernameFragment }) },
      ];
      return Promise.resolve(new Map(stats.map((it) => [it.id, it])));
    },
  };
  return peer as unknown as RTCPeerConnection;
}
