import { type CandidateCount, count } from "./candidates.ts";
import { isTurn } from "./ice_url.ts";
import { UNREACHABLE } from "./no_path.ts";

/** The result of gathering with one STUN or TURN server. */
export interface ServerReport {
  /** Empty for the browser's own addresses, which need no server. */
  readonly url: string;
  readonly state: "running" | "answered" | "refused" | "silent";
  /** Time to the first candidate, in milliseconds. */
  readonly ms?: number;
  readonly candidates: CandidateCount;
  /** The server's error: a STUN code (RFC 8489, section 14.8), or 701 if it is unreachable. */
  readonly error?: { readonly code: number; readonly text: string };
}

/** What the parts of a self-test share. */
export interface Probe {
  createPeer(configuration: RTCConfiguration): RTCPeerConnection;
  /** Milliseconds, from any origin. */
  now(): number;
  /** Ends the test, at the latest when its time is up. */
  abort: AbortSignal;
}

/** Gathers candidates with one server, or the browser's own addresses without one. Never rejects. */
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
      // An error from the server says more than that it was unreachable at another try.
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

// A browser with a public address leaves out the equal server-reflexive one.
function stateOf(end: "found" | "complete" | "stopped", error: ServerReport["error"]): ServerReport["state"] {
  if (error !== undefined) return error.code === UNREACHABLE ? "silent" : "refused";
  return end === "complete" ? "answered" : "silent";
}
