import type { Probe } from "./gather.ts";

/** The result of a call from the page to itself. */
export type LoopReport =
  | { readonly state: "running" | "failed" }
  /** Time until the channel opened, and for a message there and back, in milliseconds. */
  | { readonly state: "connected"; readonly openMs: number; readonly echoMs: number };

/** Makes a call from the page to itself, with this configuration. Never rejects. */
export async function callItself(configuration: RTCConfiguration, probe: Probe): Promise<LoopReport> {
  const { now, abort } = probe;
  const peers: RTCPeerConnection[] = [];
  const { promise: over, resolve: finish } = Promise.withResolvers<LoopReport>();
  const fail = () => finish({ state: "failed" });
  const startedAt = now();
  try {
    if (abort.aborted) fail();
    abort.addEventListener("abort", fail, { once: true });
    const caller = probe.createPeer(configuration);
    peers.push(caller);
    const callee = probe.createPeer(configuration);
    peers.push(callee);
    introduce(caller, callee, fail);
    introduce(callee, caller, fail);
    callee.addEventListener("datachannel", ({ channel }) => {
      channel.addEventListener("message", ({ data }) => channel.send(data));
      whenOpen(channel, () => channel.send("ready"));
    });
    const channel = caller.createDataChannel("self-test");
    let openMs = 0;
    let sentAt: number | undefined;
    whenOpen(channel, () => {
      openMs = now() - startedAt;
      // A message that arrives before its receiver has opened may be lost. Both sides speak, so one of them is heard.
      channel.send("ready");
    });
    channel.addEventListener("message", ({ data }) => {
      if (data === "echo") return finish({ state: "connected", openMs, echoMs: now() - sentAt! });
      if (sentAt !== undefined) return;
      sentAt = now();
      channel.send("echo");
    });
    await negotiate(caller, callee);
    return await over;
  } catch {
    return { state: "failed" };
  } finally {
    peers.forEach((peer) => peer.close());
  }
}

function introduce(from: RTCPeerConnection, to: RTCPeerConnection, fail: () => void): void {
  from.addEventListener("icecandidate", ({ candidate }) => {
    // A candidate that can't be used doesn't matter as long as another one can.
    if (candidate !== null) to.addIceCandidate(candidate).catch(() => {});
  });
  from.addEventListener("connectionstatechange", () => {
    if (from.connectionState === "failed") fail();
  });
}

async function negotiate(caller: RTCPeerConnection, callee: RTCPeerConnection): Promise<void> {
  const offer = await caller.createOffer();
  // No candidate may arrive before its description.
  await Promise.all([callee.setRemoteDescription(offer), caller.setLocalDescription(offer)]);
  const answer = await callee.createAnswer();
  await Promise.all([caller.setRemoteDescription(answer), callee.setLocalDescription(answer)]);
}

function whenOpen(channel: RTCDataChannel, then: () => void): void {
  if (channel.readyState === "open") then();
  else channel.addEventListener("open", then, { once: true });
}
