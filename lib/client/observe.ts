import type { Note } from "./journal.ts";
import { toInit } from "./local_candidates.ts";
import { readPath } from "./path.ts";

/** Where {@linkcode observePeer} notes what it sees, and until when. */
interface Observer {
  note: Note;
  abort: AbortSignal;
}

/** How long to wait before asking for the path in use: the answer takes the threads that open the channels. */
const PATH_AFTER_MS = 200;

/** Notes the events of a peer connection, until `abort`. */
export function observePeer(peer: RTCPeerConnection, { note, abort }: Observer): void {
  const listen = { signal: abort };
  let known = "";
  let asking: ReturnType<typeof setTimeout> | undefined;

  function notePathSoon() {
    clearTimeout(asking);
    asking = setTimeout(notePath, PATH_AFTER_MS);
  }

  async function notePath() {
    // A connection that closes meanwhile has no path.
    const path = await peer.getStats().then(readPath, () => undefined);
    if (path === undefined || abort.aborted) return;
    const { local, remote } = path;
    const now = JSON.stringify([local, remote]);
    if (now === known) return;
    known = now;
    note({ type: "path", local, remote });
  }

  abort.addEventListener("abort", () => clearTimeout(asking), { once: true });
  peer.addEventListener("icecandidate", ({ candidate }) => {
    note({ type: "gathered", candidate: candidate === null ? null : toInit(candidate) });
  }, listen);
  peer.addEventListener("icecandidateerror", ({ url, errorCode, errorText }) => {
    note({ type: "candidate-error", url, code: errorCode, text: errorText });
  }, listen);
  peer.addEventListener("signalingstatechange", () => {
    note({ type: "state", of: "signaling", state: peer.signalingState });
  }, listen);
  peer.addEventListener("icegatheringstatechange", () => {
    note({ type: "state", of: "gathering", state: peer.iceGatheringState });
  }, listen);
  peer.addEventListener("iceconnectionstatechange", () => {
    note({ type: "state", of: "ice", state: peer.iceConnectionState });
    if (peer.iceConnectionState === "connected" || peer.iceConnectionState === "completed") notePathSoon();
  }, listen);
  peer.addEventListener("connectionstatechange", () => {
    note({ type: "state", of: "connection", state: peer.connectionState });
    if (peer.connectionState === "connected") notePathSoon();
  }, listen);
}

/** Notes the opening and closing of a channel, until `abort`. */
export function observeChannel(channel: RTCDataChannel, { note, abort }: Observer): void {
  const { label } = channel;
  const open = () => note({ type: "channel", label, state: "open" });
  if (channel.readyState === "open") open();
  else channel.addEventListener("open", open, { signal: abort, once: true });
  channel.addEventListener("close", () => note({ type: "channel", label, state: "closed" }), { signal: abort });
}
