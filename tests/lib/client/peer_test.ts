import { closeWhenFlushed, whenGathered } from "@/lib/client/peer.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { FakeChannel } from "./fake_channel.ts";
import { createFakeNetwork, type FakePeer } from "./fake_peer.ts";

Deno.test("whenGathered() waits for the last candidate, and not longer than it may", async () => {
  using time = new FakeTime();
  for (const [finish, expectedMs] of [[5, 5], [60, 25]] as const) {
    const { peer, fake } = setUp();
    const startedAt = Date.now();
    setTimeout(() => fake.gather(null), finish);
    const gathered = whenGathered(peer, 25, new AbortController().signal).then(() => Date.now() - startedAt);
    while (await time.nextAsync());
    assertEquals(await gathered, expectedMs);
  }
});

Deno.test("whenGathered() ends with the attempt, and at once where there is nothing to wait for", async () => {
  using time = new FakeTime();
  const { peer, fake } = setUp();
  const attempt = new AbortController();
  const gathered = whenGathered(peer, 25, attempt.signal);
  attempt.abort();
  await gathered;
  fake.gather(null);
  await whenGathered(peer, 25, new AbortController().signal);
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
