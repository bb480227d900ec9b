import { type IceCandidate, ufragOfCandidate, ufragsOf } from "../protocol/mod.ts";

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
  /** Is told why nothing more can be read, unless that is for the abort. */
  onLost(error: unknown): void;
  abort: AbortSignal;
}

/**
 * Reads candidates until the connection or `abort`, and keeps them until they can be added. It listens beyond their end,
 * since that is how a side hears that the other one hung up before they were connected.
 */
export function createRemoteCandidates(options: RemoteCandidatesOptions): RemoteCandidates {
  const { fetchMore, add, isConnected, onLost, abort } = options;
  const early: IceCandidate[] = [];
  let isReady = false;

  async function follow(sdp: string) {
    const generations = ufragsOf(sdp);
    const isStale = (ufrag: string | null) => ufrag !== null && !generations.includes(ufrag);
    for (let after = 0; !abort.aborted && !isConnected();) {
      const list = await fetchMore(after);
      after += list.length;
      list.filter((candidate) => !isStale(ufragOfCandidate(candidate))).forEach(deliver);
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
      follow(sdp).catch((error) => !abort.aborted && onLost(error));
    },
    ready() {
      isReady = true;
      early.splice(0).forEach(deliver);
    },
  };
}
