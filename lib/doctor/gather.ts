import { type CandidateCount, count } from "./candidates.ts";
import { isTurn } from "./ice_url.ts";
import { UNREACHABLE } from "./no_path.ts";

/** What one STUN or TURN server has done for this browser. */
export interface ServerReport {
  /** Empty for the browser's own addresses, which need no server. */
  readonly url: string;
  readonly state: "running" | "answered" | "refused" | "silent";
  /** How long its first candidate took, in milliseconds. */
  readonly ms?: number;
  readonly candidates: CandidateCount;
  /** What it answered, or what the browser says in its place: STUN's codes, and 701 where it can't be reached. */
  readonly error?: { readonly code: number; readonly text: string };
}

/** What the parts of a self-test have in common. */
export interface Probe {
  createPeer(configuration: RTCConfiguration): RTCPeerConnection;
  /** Milliseconds since some moment. */
  now(): number;
  /** Ends it, at the latest when its time is up. */
  abort: AbortSignal;
}

/** Gathers what one server gives, or without one the browser's own addresses. Never rejects. */
export async function gatherFrom(server: RTCIceServer & { urls: string } | undefined, probe: Probe) {
  const { now, abort } = probe;
  const url = server?.urls ?? "";
  const wanted = url === "" ? undefined : isTurn(url) ? "relay" : "srflx";
  const startedAt = now();
  const lines: string[] = [];
  let firstMs: number | undefined;
  let error: ServerReport["error"];
  const { promise: over, resolve: finish } = Promise.withResolvers<"found" | "complete" | "stopped">();
  const peer = probe.createPeer({
    iceServers: server === undefined ? [] : [server],
    ...(wanted === "relay" ? { iceTransportPolicy: "relay" } : {}),
  });
  try {
    if (abort.aborted) finish("stopped");
    abort.addEventListener("abort", () => finish("stopped"), { once: true });
    peer.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate === null) return finish("complete");
      lines.push(candidate.candidate);
      if (wanted !== undefined && count(lines)[wanted] === 0) return;
      firstMs ??= now() - startedAt;
      if (wanted !== undefined) finish("found");
    });
    peer.addEventListener("icecandidateerror", ({ errorCode, errorText }) => {
      // What the server itself says tells more than that it wasn't reached another time.
      if (error === undefined || error.code === UNREACHABLE) error = { code: errorCode, text: errorText };
    });
    peer.createDataChannel("self-test");
    await peer.setLocalDescription(await peer.createOffer());
    const end = await over;
    const isFound = end === "found" || firstMs !== undefined;
    return report(isFound ? "answered" : stateOf(end, error));
  } catch (reason) {
    error = { code: 0, text: reason instanceof Error ? reason.message : String(reason) };
    return report("refused");
  } finally {
    peer.close();
  }

  function report(state: ServerReport["state"]): ServerReport {
    return {
      url,
      state,
      ...(firstMs === undefined ? {} : { ms: firstMs }),
      candidates: count(lines),
      ...(error === undefined || state === "answered" ? {} : { error }),
    };
  }
}

// A browser whose own address is public leaves out the same one as its server sees it.
function stateOf(end: "found" | "complete" | "stopped", error: ServerReport["error"]): ServerReport["state"] {
  if (error !== undefined) return error.code === UNREACHABLE ? "silent" : "refused";
  return end === "complete" ? "answered" : "silent";
}
