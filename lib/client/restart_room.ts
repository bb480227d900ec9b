import type { IceCandidate } from "../protocol/mod.ts";
import { createLocalCandidates } from "./local_candidates.ts";
import { type Negotiation, versionOf } from "./negotiation.ts";
import { whenGathered } from "./peer.ts";
import { createSignaling, type SignalingOptions } from "./signaling.ts";
import { Refused } from "./signaling_error.ts";

/** Two peers that have lost each other, at the server, in a room of their own. */
export interface RestartRoom {
  /** Describes both sides anew; rejects where the server can't be reached. The callee goes on until the abort. */
  run(): Promise<void>;
  /** Takes this side's candidates. */
  add(candidate: RTCIceCandidate | null): void;
}

export interface RestartRoomOptions extends SignalingOptions {
  peer(): RTCPeerConnection;
  negotiation: Negotiation;
  /** The other side hung up. */
  onGone(): void;
  onRestarted(): void;
}

/** How long a description is held back for the candidates that come at once. */
const GATHER_MS = 25;

/** Only the caller offers here, as the contract wants it; the callee answers each newer offer. */
export function createRestartRoom(options: RestartRoomOptions): RestartRoom {
  const { role, peer, negotiation, abort, onGone, onRestarted } = options;
  const server = createSignaling(options);
  const local = createLocalCandidates({
    post: (batch) => server.postCandidates(role, batch),
    isCostly: () => server.isCostly,
    abort,
  });

  async function offer() {
    const version = versionOf(await negotiation.offer(abort));
    const sdp = await described();
    const { offer } = await server.postOffer(sdp);
    local.follow(sdp);
    const answer = await server.readAnswer(offer.etag).catch(unless("offer-replaced", "no-offer", "expired"));
    if (answer === undefined) return onGone();
    if (!await negotiation.accept(answer, version)) return;
    onRestarted();
    await addRemote().catch(unless("call-ended", "expired", "offer-replaced"));
    onGone();
  }

  async function answer() {
    let newest: string | undefined;
    for (;;) {
      const { sdp, etag } = await server.readOffer(newest, onGone);
      newest = etag;
      if (await negotiation.answer(sdp) === undefined) continue;
      const answer = await described();
      // A newer offer may have taken this one's place, or it lies there since the last restart.
      const posted = await server.postAnswer(answer, etag).then(() => true)
        .catch(unless("offer-replaced", "no-offer", "answer-taken"));
      if (posted !== true) continue;
      local.follow(answer);
      onRestarted();
      // What becomes of the call is told to whoever reads the next offer.
      addRemote().catch(() => {});
    }
  }

  async function described(): Promise<string> {
    await whenGathered(peer(), server.isCostly ? GATHER_MS : 0, abort);
    return peer().localDescription?.sdp ?? "";
  }

  /** Adds the other side's candidates, until there is no call. */
  async function addRemote(): Promise<never> {
    for (let after = 0;;) {
      const news: IceCandidate[] = await server.readCandidates(role === "caller" ? "callee" : "caller", after);
      after += news.length;
      news.forEach(negotiation.add);
    }
  }

  return { run: role === "caller" ? offer : answer, add: local.add };
}

/** A room's name that nobody guesses. */
export function randomRoom(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `restart-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The API base of another room on the same server. */
export function siblingRoom(base: string, room: string): string {
  return `${base.replace(/\/rooms\/[^/]*$/, "")}/rooms/${room}`;
}

function unless(...codes: unknown[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Refused && codes.includes(error.code))) throw error;
  };
}
