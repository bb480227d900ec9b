import { whenSettled } from "./peer.ts";

/**
 * Describes both sides anew on an open peer connection: perfect negotiation (webrtc-pc, section 10.7) with fixed roles.
 * Either side may offer at any time; where both do, the polite one takes its own offer back.
 *
 * Descriptions may arrive by two ways, late and twice. The version in their `o=` line (RFC 8829, section 5.2.2), which
 * grows with each one that a peer connection makes, tells which are out of date.
 */
export interface Negotiation {
  /**
   * Makes an offer that restarts ICE, in place of one that is still unanswered, and gives its SDP; rejects where `abort`
   * comes before its turn.
   */
  offer(abort: AbortSignal): Promise<string>;
  /** Takes an offer and gives the answer's SDP; `undefined` where it is out of date, or the other side has to yield. */
  answer(offer: string): Promise<string | undefined>;
  /** Takes the answer to the own offer of this version; says whether that was still waiting for one. */
  accept(answer: string, offered: number): Promise<boolean>;
  /** Takes a candidate of the other side, after the descriptions that came before it. Never rejects. */
  add(candidate: RTCIceCandidateInit): Promise<void>;
}

/** How long a restart is given to find its path before there is another: Firefox gives up a connection where it didn't. */
const SETTLING_MS = 1_000;

/** Negotiates on the peer connection that `peer` gives, one step after the other. */
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
      // Before its turn: the candidates that come meanwhile are those that it waits for.
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

    // One of an offer that was ignored, or that the browser can't use, is one path less.
    add: (candidate) => inTurn((peer) => peer.addIceCandidate(candidate)).catch(() => {}),
  };
}

const OTHER_SETUP = { active: "passive", passive: "active" } as const;

// Firefox answers a restart as the DTLS client, whichever it has been; while the association lasts the roles do as well
// (RFC 8842, section 5.3), and Chromium refuses an answer that swaps them.
function keepDtlsRoles(
  answer: string,
  { currentLocalDescription, currentRemoteDescription }: RTCPeerConnection,
): string {
  const mine = currentLocalDescription?.type === "answer" ? setupOf(currentLocalDescription) : undefined;
  const theirs = mine === undefined ? setupOf(currentRemoteDescription) : OTHER_SETUP[mine];
  return theirs === undefined ? answer : answer.replace(/^a=setup:.*$/gm, `a=setup:${theirs}`);
}

/** Which side of DTLS a description has settled on, if it has. */
function setupOf(description: RTCSessionDescription | null): keyof typeof OTHER_SETUP | undefined {
  const [, setup] = /^a=setup:(active|passive)/m.exec(sdpOf(description)) ?? [];
  return setup as keyof typeof OTHER_SETUP | undefined;
}

/** The version of a session description: the third field of its `o=` line (RFC 8866, section 5.2); 0 without one. */
export function versionOf(sdp: string): number {
  return Number(/^o=\S+ \S+ (\d+)/m.exec(sdp)?.[1] ?? 0);
}

function sdpOf(description: RTCSessionDescription | null): string {
  return description?.sdp ?? "";
}
