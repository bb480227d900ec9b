import { createNegotiation, versionOf } from "@/lib/client/negotiation.ts";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { createFakeNetwork, FakePeer } from "@/testing/fake_peer.ts";

const GOING = new AbortController().signal;

Deno.test("negotiation restarts ICE: offer, answer, agreement", async () => {
  const { one, other } = await setUp();
  const before = [one.peer.ufrag, other.peer.ufrag];
  const offer = await one.offer(GOING);
  const answer = await other.answer(offer);
  assertEquals(await one.accept(answer ?? "", versionOf(offer)), true);
  assertAgreed(one.peer, other.peer);
  assert(one.peer.ufrag !== before[0] && other.peer.ufrag !== before[1]);
});

Deno.test("negotiation takes the polite side's offer back where two meet", async () => {
  const { one, other } = await setUp();
  const [offer, counter] = [await one.offer(GOING), await other.offer(GOING)];
  assertEquals(await one.answer(counter), undefined);
  const answer = await other.answer(offer);
  assertEquals(other.peer.rollbacks, 1);
  assertEquals(await one.accept(answer ?? "", versionOf(offer)), true);
  assertAgreed(one.peer, other.peer);
  // It arrives once more, now that it would be taken for a new one.
  assertEquals(await one.answer(counter), undefined);
  assertAgreed(one.peer, other.peer);
});

Deno.test("negotiation passes over an answer to an offer that has been replaced", async () => {
  const { one, other } = await setUp();
  const first = await one.offer(GOING);
  const late = await other.answer(first);
  const second = await one.offer(GOING);
  assertEquals(await one.accept(late ?? "", versionOf(first)), false);
  const answer = await other.answer(second);
  assertEquals(await one.accept(answer ?? "", versionOf(second)), true);
  assertEquals(await one.accept(answer ?? "", versionOf(second)), false);
  assertAgreed(one.peer, other.peer);
});

Deno.test("negotiation gives the same answer to an offer that comes twice, and none to an older one", async () => {
  const { one, other } = await setUp();
  const [older, offer] = [await one.offer(GOING), await one.offer(GOING)];
  const answer = await other.answer(offer);
  assertEquals(await other.answer(offer), answer);
  assertEquals(await other.answer(older), undefined);
  assertEquals(await one.accept(answer ?? "", versionOf(offer)), true);
  assertAgreed(one.peer, other.peer);
});

Deno.test("negotiation takes one step at a time, even after a failure", async () => {
  const { one, other } = await setUp();
  const steps = [other.answer("v=0\r\no=- 1 99 IN IP4 0.0.0.0\r\n").catch((error) => error.name), other.offer(GOING)];
  await one.add({ candidate: "candidate:1 1 udp 1 192.0.2.1 1 typ host", usernameFragment: "foreign" });
  const [broken, offer] = await Promise.all(steps);
  assertEquals(broken, "OperationError");
  const answer = await one.answer(offer ?? "");
  assertEquals(await other.accept(answer ?? "", versionOf(offer ?? "")), true);
  assertAgreed(one.peer, other.peer);
});

Deno.test("negotiation makes no offer after an abort", async () => {
  const { one, other } = await setUp();
  const abort = new AbortController();
  const offer = await other.offer(GOING);
  const [answer, refused] = [one.answer(offer), assertRejects(() => one.offer(abort.signal), DOMException, "aborted")];
  abort.abort();
  await refused;
  assertEquals(await other.accept(await answer ?? "", versionOf(offer)), true);
  assertAgreed(one.peer, other.peer);
});

Deno.test("negotiation keeps a call's DTLS roles, regardless of later answers", async () => {
  const began = [
    { local: ["offer", "actpass"], remote: ["answer", "active"], theirs: "active" },
    { local: ["answer", "active"], remote: ["offer", "actpass"], theirs: "passive" },
    { local: ["answer", "passive"], remote: ["offer", "actpass"], theirs: "active" },
  ];
  for (const { local, remote, theirs } of began) {
    const { one, other } = await setUp();
    const offer = await one.offer(GOING);
    const [currentLocalDescription, currentRemoteDescription] = [local, remote].map(([type, setup]) => {
      return { type, sdp: `v=0\r\na=setup:${setup}\r\n` };
    });
    Object.assign(one.peer, { currentLocalDescription, currentRemoteDescription });
    const swapped = theirs === "active" ? "passive" : "active";
    await one.accept(`${await other.answer(offer)}a=setup:${swapped}\r\n`, versionOf(offer));
    assertStringIncludes(one.peer.remoteDescription?.sdp ?? "", `a=setup:${theirs}\r\n`);
  }
});

Deno.test("versionOf() reads the third field of the origin", () => {
  assertEquals(versionOf("v=0\r\no=- 4611731400430051336 12 IN IP4 127.0.0.1\r\ns=-\r\n"), 12);
  assertEquals(versionOf("o=mozilla...THIS_IS_SDPARTA-99.0 1234 0 IN IP4 0.0.0.0"), 0);
  assertEquals(versionOf("v=0\r\ns=-\r\n"), 0);
});

/** Two peers that have called each other: the caller `one`, and the polite callee `other`. */
async function setUp() {
  const network = createFakeNetwork();
  const [caller, callee] = ["a", "b"].map((name) => {
    const peer = new FakePeer(network, name);
    network.peers.push(peer);
    return peer;
  }) as [FakePeer, FakePeer];
  await caller.setLocalDescription(await caller.createOffer());
  await callee.setRemoteDescription(caller.localDescription!);
  await callee.setLocalDescription(await callee.createAnswer());
  await caller.setRemoteDescription(callee.localDescription!);
  return {
    one: { ...createNegotiation(() => caller.asPeer, false), peer: caller },
    other: { ...createNegotiation(() => callee.asPeer, true), peer: callee },
  };
}

function assertAgreed(one: FakePeer, other: FakePeer) {
  assertEquals([one.signalingState, other.signalingState], ["stable", "stable"]);
  const versions = [one, other].map(({ remoteDescription }) => versionOf(remoteDescription?.sdp ?? ""));
  assertEquals(versions, [other, one].map(({ localDescription }) => versionOf(localDescription?.sdp ?? "")));
}
