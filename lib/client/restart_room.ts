import { END_OF_CANDIDATES, type NumberedMessage, parseDescription } from "../protocol/mod.ts";
import type { Note } from "./journal.ts";
import { createLocalCandidates } from "./local_candidates.ts";
import { type Negotiation, versionOf } from "./negotiation.ts";
import { whenGathered } from "./peer.ts";
import { createSignaling, type ServerState } from "./signaling.ts";
import { Refused } from "./signaling_error.ts";
import { createTransports, type TransportName, type TransportOptions } from "./transports/mod.ts";

/** Two peers that have lost each other, in a room of their own on the server. */
export interface RestartRoom {
  /** Takes this side's candidates. */
  add(candidate: RTCIceCandidate | null): void;
}

export interface RestartRoomOptions extends TransportOptions {
  peer(): RTCPeerConnection;
  negotiation: Negotiation;
  onTransport(name: TransportName): void;
  onServer(state: ServerState): void;
  note: Note;
  /** Both sides have their new descriptions. */
  onRestarted(): void;
  /** The other side hung up. */
  onGone(): void;
  /** The server can't be reached, or the browser refused. */
  onFault(error: unknown): void;
}

/**
 * Enters the room until the abort. As the contract wants it only the caller offers; the callee answers newer offers.
 */
export function createRestartRoom(options: RestartRoomOptions): RestartRoom {
  const { role, peer, negotiation, abort, onGone, onRestarted, onFault } = options;
  const signaling = createSignaling({
    ...options,
    ...createTransports(options),
    // One at a time: candidates after their description.
    onMessage: (message, from) => heard = heard.then(() => hear(message, from)).catch(fail),
    onOver: over,
  });
  const local = createLocalCandidates((messages) => signaling.say(messages, call));
  let heard = Promise.resolve();
  let call = "";
  let version = 0;

  async function offer() {
    version = versionOf(await negotiation.offer(abort));
    const sdp = await whenGathered(peer(), abort);
    ({ call } = await signaling.say([{ type: "offer", sdp }], ""));
    local.follow(sdp);
    signaling.hear(call);
  }

  async function hear(message: NumberedMessage, from: string) {
    if (message.type === "offer") return await answer(parseDescription(message, "offer").sdp, from);
    if (from !== call) return;
    if (message.type === "candidate") await negotiation.add(message.candidate);
    else if (message.type === "end-of-candidates") await negotiation.add(END_OF_CANDIDATES);
    else if (message.type === "answer") {
      if (await negotiation.accept(parseDescription(message, "answer").sdp, version)) onRestarted();
    }
  }

  async function answer(offer: string, from: string) {
    if (await negotiation.answer(offer) === undefined) return;
    const sdp = await whenGathered(peer(), abort);
    try {
      await signaling.say([{ type: "answer", sdp }], from);
    } catch (error) {
      // A newer offer has replaced this one, or it has been there since the last restart.
      if (isRefused(error, "offer-replaced", "no-offer", "answer-taken")) return;
      throw error;
    }
    call = from;
    local.follow(sdp);
    onRestarted();
  }

  function over(error: unknown) {
    const isReplaced = isRefused(error, "offer-replaced");
    if (role === "callee" && isReplaced) signaling.hear("");
    else if (isReplaced || isRefused(error, "call-ended", "expired")) onGone();
    else fail(error);
  }

  function fail(error: unknown) {
    if (!abort.aborted) onFault(error);
  }

  if (role === "caller") offer().catch(fail);
  else signaling.hear("");
  return { add: local.add };
}

/** A room's name that can't be guessed. */
export function randomRoom(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `restart-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The API base of another room on the same server. */
export function siblingRoom(base: string, room: string): string {
  return `${base.replace(/\/rooms\/[^/]*$/, "")}/rooms/${room}`;
}

function isRefused(error: unknown, ...codes: unknown[]): boolean {
  return error instanceof Refused && codes.includes(error.code);
}
