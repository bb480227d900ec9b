/** How long a channel may take to deliver what was sent before the call was hung up. */
const FLUSH_MS = 10_000;

/** Resolves when all candidates are gathered, after `ms`, or at the abort, whichever comes first. Never rejects. */
export function whenGathered(peer: RTCPeerConnection, ms: number, abort: AbortSignal): Promise<void> {
  if (ms === 0 || peer.iceGatheringState === "complete" || abort.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = new AbortController();
    const finish = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(finish, ms);
    abort.addEventListener("abort", finish, { signal: done.signal });
    peer.addEventListener("icegatheringstatechange", () => {
      if (peer.iceGatheringState === "complete") finish();
    }, { signal: done.signal });
  });
}

/** Closes a channel, which lets what was sent arrive, and after that, or after 10 s, its peer connection. */
export function closeWhenFlushed(peer: RTCPeerConnection, channel: RTCDataChannel): void {
  const finish = () => {
    clearTimeout(timer);
    peer.close();
  };
  const timer = setTimeout(finish, FLUSH_MS);
  channel.addEventListener("close", finish, { once: true });
  channel.close();
}
