import { assertEquals } from "@std/assert";
import { callItself } from "@/lib/doctor/loop.ts";

Deno.test("callItself() connects though what one side says first is lost, whichever opens first", async () => {
  for (const calleeFirst of [true, false]) {
    const { probe, peers } = createProbe();
    const report = callItself({}, probe);
    await peers.negotiated;
    const [first, second] = calleeFirst ? [peers.callee, peers.caller] : [peers.caller, peers.callee];
    first.open();
    // What it says meets a channel that isn't open yet.
    await peers.quiet();
    second.open();
    assertEquals((await report).state, "connected");
  }
});

class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = "connecting";
  other!: FakeChannel;

  open() {
    this.readyState = "open";
    this.dispatchEvent(new Event("open"));
  }

  send(data: string) {
    queueMicrotask(() => {
      if (this.other.readyState === "open") this.other.dispatchEvent(new MessageEvent("message", { data }));
    });
  }
}

class FakePeer extends EventTarget {
  readonly connectionState = "connecting";

  constructor(private readonly channel: FakeChannel, private readonly described: () => void) {
    super();
  }

  createDataChannel = () => this.channel;
  createOffer = () => Promise.resolve({ type: "offer" });
  createAnswer = () => Promise.resolve({ type: "answer" });
  setRemoteDescription = () => Promise.resolve();
  addIceCandidate = () => Promise.resolve();
  close() {}

  setLocalDescription(description: { type: string }) {
    if (description.type === "answer") {
      this.dispatchEvent(Object.assign(new Event("datachannel"), { channel: this.channel }));
      this.described();
    }
    return Promise.resolve();
  }
}

function createProbe() {
  const [caller, callee] = [new FakeChannel(), new FakeChannel()];
  caller.other = callee;
  callee.other = caller;
  const { promise: negotiated, resolve } = Promise.withResolvers<void>();
  const left = [caller, callee];
  const probe = {
    createPeer: () => new FakePeer(left.shift()!, resolve) as unknown as RTCPeerConnection,
    now: () => 0,
    abort: new AbortController().signal,
  };
  const quiet = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { probe, peers: { caller, callee, negotiated, quiet } };
}
