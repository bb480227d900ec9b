import { whenSettled } from "./peer.ts";

/**
 * Renegotiates on an open peer connection: perfect negotiation (webrtc-pc, section 10.7) with fixed roles. Either side
 * may offer at any time; if both do, the polite one rolls its own offer back.
 *
 * Descriptions may arrive over the channel and over the server, late and twice. The version in their `o=` line (RFC
 * 8829, section 5.2.2) grows with each description of a peer connection, so it shows which are outdated.
 */
export interface Negotiation {
  /**
   * Creates an offer that restarts ICE and returns its SDP; it replaces one still unanswered.
   *
   * @throws the abort's reason, if that comes before its turn
   */
  offer(abort: AbortSignal): Promise<string>;
  /** Answers an offer and returns the answer's SDP; `undefined` if it is outdated, or the other side has to yield. */
  answer(offer: string): Promise<string | undefined>;
  /** Applies the answer to this side's offer of this version; `false` if that was no longer waiting for one. */
  accept(answer: string, offered: number): Promise<boolean>;
  /** Adds a candidate of the other side, after the descriptions that came before it. Never rejects. */
  add(candidate: RTCIceCandidateInit): Promise<void>;
}

/**
 * How long a restart may take to find its path before the next one begins: Firefox gives up the connection otherwise.
 */
const SETTLING_MS = 1_000;

/** Creates the negotiation on a peer connection; its steps run one after the other. */
export function createNegotiation(peer: () => RTCPeerConnection, isPolite: boolean): Negotiation {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(step: (peer: RTCPeerConnection) => Promise<T>): Promise<T> {
    const result = last.then(() => step(peer()));
    last = result.catch(() => {});
    return result;
  }

  return {
    async offer(abort) {
      await last;
      // Not as a step of its own: it waits for candidates, and adding them is one.
      await whenSettled(peer(), SETTLING_MS, abort);
      return await inTurn(async (peer) => {
        abort.throwIfAborted();
        await peer.setLocalDescription(await peer.createOffer({ iceRestart: true }));
        return sdpOf(peer.localDescription);
      });
    },

    answer: (offer) =>
      inTurn(async (peer) => {
        const { remoteDescription, signalingState } = peer;
        const isStable = signalingState === "stable";
        const newest = versionOf(sdpOf(remoteDescription));
        if (versionOf(offer) < newest) return undefined;
        if (versionOf(offer) === newest) {
          return isStable && remoteDescription?.type === "offer" ? sdpOf(peer.localDescription) : undefined;
        }
        if (!isStable && !isPolite) return undefined;
        await peer.setRemoteDescription({ type: "offer", sdp: offer });
        await peer.setLocalDescription(await peer.createAnswer());
        return sdpOf(peer.localDescription);
      }),

    accept: (answer, offered) =>
      inTurn(async (peer) => {
        const isAwaited = peer.signalingState === "have-local-offer" &&
          versionOf(sdpOf(peer.localDescription)) === offered;
        if (isAwaited) await peer.setRemoteDescription({ type: "answer", sdp: keepDtlsRoles(answer, peer) });
        return isAwaited;
      }),

    // A candidate of an ignored offer, or one the browser can't use, is one path less.
    add: (candidate) => inTurn((peer) => peer.addIceCandidate(candidate)).catch(() => {}),
  };
}

const OTHER_SETUP = { active: "passive", passive: "active" } as const;

// Firefox answers a restart as the DTLS client, whichever role it has; roles last as long as the association (RFC 8842,
// section 5.3), and Chromium refuses an answer that swaps them.
function keepDtlsRoles(
  answer: string,
  { currentLocalDescription, currentRemoteDescription }: RTCPeerConnection,
): string {
  const mine = currentLocalDescription?.type === "answer" ? setupOf(currentLocalDescription) : undefined;
  const theirs = mine === undefined ? setupOf(currentRemoteDescription) : OTHER_SETUP[mine];
  return theirs === undefined ? answer : answer.replace(/^a=setup:.*$/gm, `a=setup:${theirs}`);
}

/** Returns the DTLS role in a description; `undefined` if it leaves the choice. */
function setupOf(description: RTCSessionDescription | null): keyof typeof OTHER_SETUP | undefined {
  const [, setup] = /^a=setup:(active|passive)/m.exec(sdpOf(description)) ?? [];
  return setup as keyof typeof OTHER_SETUP | undefined;
}

/** Returns the version of a session description: the third field of its `o=` line (RFC 8866, section 5.2), or 0. */
export function versionOf(sdp: string): number {
  return Number(/^o=\S+ \S+ (\d+)/m.exec(sdp)?.[1] ?? 0);
}

function sdpOf(description: RTCSessionDescription | null): string {
  return description?.sdp ?? "";
}
