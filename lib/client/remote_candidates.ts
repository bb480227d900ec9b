import { type IceCandidate, isEndOfCandidates, ufragOfCandidate, ufragsOf } from "../protocol/mod.ts";

/** The other side's candidates on their way from the server. */
export interface RemoteCandidates {
  /** Starts to read those that belong to this description. */
  read(sdp: string): void;
  /** The description is applied: what has been read may be added from now on. */
  ready(): void;
}

export interface RemoteCandidatesOptions {
  /** Reads those beyond the first `after`, as soon as there are some. */
  fetchMore(after: number): Promise<IceCandidate[]>;
  add(candidate: IceCandidate): Promise<void>;
  isConnected(): boolean;
  abort: AbortSignal;
}

/** Reads candidates until their end, the connection or `abort`, and keeps them until they can be added. */
export function createRemoteCandidates(options: RemoteCandidatesOptions): RemoteCandidates {
  const { fetchMore, add, isConnected, abort } = options;
  const early: IceCandidate[] = [];
  let isReady = false;

  async function follow(sdp: string) {
    const generations = ufragsOf(sdp);
    const isStale = (ufrag: string | null) => ufrag !== null && !generations.includes(ufrag);
    for (let after = 0; !abort.aborted && !isConnected();) {
      const list = await fetchMore(after);
      after += list.length;
      list.filter((candidate) => !isStale(ufragOfCandidate(candidate))).forEach(deliver);
      if (list.some(isEndOfCandidates)) return;
    }
  }

  function deliver(candidate: IceCandidate) {
    if (!isReady) early.push(candidate);
    // One that the browser can't use is one path less, and no reason to give up the others.
    else add(candidate).catch(() => {});
  }

  return {
    read(sdp) {
      // Peers often find each other without the rest; if they don't, the connection says so.
      follow(sdp).catch(() => {});
    },
    ready() {
      isReady = true;
      early.splice(0).forEach(deliver);
    },
  };
}
