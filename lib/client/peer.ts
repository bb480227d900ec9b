import { ufragsOf } from "../protocol/mod.ts";
import { sleep } from "./pace.ts";
import { readGeneration } from "./path.ts";

/** How long a channel may take to deliver its last messages. */
const FLUSH_MS = 10_000;

/** How long an offer is held back for the candidates that come at once. */
const GATHER_MS = 25;

/**
 * Resolves with the local description's SDP once all candidates are gathered, after 25 ms, or at the abort, whichever
 * comes first. Never rejects.
 */
export function whenGathered(peer: RTCPeerConnection, abort: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const listen = { signal: done.signal };
    const finish = () => {
      clearTimeout(timer);
      done.abort();
      resolve(peer.localDescription?.sdp ?? "");
    };
    const look = () => {
      if (peer.iceGatheringState === "complete" || abort.aborted) finish();
    };
    const timer = setTimeout(finish, GATHER_MS);
    abort.addEventListener("abort", finish, listen);
    peer.addEventListener("icegatheringstatechange", look, listen);
    look();
  });
}

/** How often to check whether a restart is over. */
const LOOK_MS = 20;

/**
 * Resolves when the path in use is of the newest local description, that is, when an ICE restart is over; at the latest
 * after `ms`, at the abort, or without a connection. Never rejects.
 */
export async function whenSettled(peer: RTCPeerConnection, ms: number, abort: AbortSignal): Promise<void> {
  const isUnsettled = async () => {
    const [newest] = ufragsOf(peer.localDescription?.sdp ?? "");
    const used = await peer.getStats().then(readGeneration, () => undefined);
    return newest !== undefined && used !== undefined && used !== newest;
  };
  for (let left = ms; left > 0 && peer.connectionState === "connected" && await isUnsettled(); left -= LOOK_MS) {
    await sleep(LOOK_MS, abort).catch(() => left = 0);
  }
}

/** Closes a channel, which delivers what was sent, and then, at the latest after 10 s, its peer connection. */
export function closeWhenFlushed(peer: RTCPeerConnection, channel: RTCDataChannel): void {
  const finish = () => {
    clearTimeout(timer);
    peer.close();
  };
  const timer = setTimeout(finish, FLUSH_MS);
  channel.addEventListener("close", finish, { once: true });
  channel.close();
}
