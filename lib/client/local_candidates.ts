import { candidateLinesIn, END_OF_CANDIDATES, type IceCandidate, isEndOfCandidates } from "../protocol/mod.ts";
import { sleep } from "./pace.ts";

/** This side's candidates on their way to the server. */
export interface LocalCandidates {
  /** Takes what an `icecandidate` event brought; `null` says that there are no more. */
  add(candidate: RTCIceCandidate | null): void;
  /** The description is on the server: candidates that aren't in it follow from now on. */
  follow(sdp: string): void;
}

/** How long the first batch, and then each further one, is left open for more. */
const WINDOWS_MS = { first: 25, later: 100, endOnly: 5_000 };

const MAX_BATCH = 50;

/** Sends candidates in batches, one request at a time so that they keep their order, until `abort`. */
export function createLocalCandidates(
  { post, isCostly, abort }: {
    post(batch: readonly IceCandidate[]): Promise<void>;
    /** Whether a batch is a request of its own, and worth waiting for. */
    isCostly(): boolean;
    abort: AbortSignal;
  },
): LocalCandidates {
  let queue: IceCandidate[] = [];
  let described: Set<string> | undefined;
  let complete = false;
  let sending = false;
  let windowMs = WINDOWS_MS.first;

  async function send() {
    if (described === undefined || sending) return;
    sending = true;
    try {
      while (queue.length > 0) {
        const ms = isCostly() ? windowOf(queue) : 0;
        if (ms > 0) await sleep(ms, abort);
        abort.throwIfAborted();
        windowMs = WINDOWS_MS.later;
        await post(queue.splice(0, MAX_BATCH));
      }
      sending = false;
    } catch {
      // Peers often find each other without the rest; if they don't, the connection says so. `sending` stays set: no more.
    }
  }

  function windowOf([first]: IceCandidate[]): number {
    if (first !== undefined && isEndOfCandidates(first)) return WINDOWS_MS.endOnly;
    return complete ? 0 : windowMs;
  }

  return {
    add(candidate) {
      // Firefox says `""` for each media section before its `null`, Chromium only `null`.
      if (complete || candidate?.candidate === "") return;
      complete = candidate === null;
      const entry = candidate === null ? END_OF_CANDIDATES : toInit(candidate);
      if (described?.has(nameOf(entry.candidate))) return;
      queue.push(entry);
      send();
    },
    follow(sdp) {
      const known = described = new Set(candidateLinesIn(sdp).map(nameOf));
      queue = queue.filter(({ candidate }) => !known.has(nameOf(candidate)));
      send();
    },
  };
}

/** The plain object of a candidate, as it is sent. */
export function toInit({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): IceCandidate {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}

// Foundation, component, protocol, priority, address and port; what follows is written differently in SDP and in events.
function nameOf(candidate: string): string {
  return candidate.split(" ", 6).join(" ");
}
