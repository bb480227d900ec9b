import { isTurn } from "./ice_url.ts";
import type { SelfTestReport } from "./self_test.ts";

/** What a network can do. */
export type Verdict =
  /** Directly where that works, and over a relay everywhere else. */
  | "everywhere"
  /** Directly with most networks; where both sides' are strict there is no way. */
  | "mostly"
  /** Nothing gets out directly: only over a relay. */
  | "relayed-only"
  /** Nothing but this network's own machines. */
  | "nearby-only"
  /** No connection comes about, not even from this page to itself. */
  | "nothing"
  /** This browser has no WebRTC. */
  | "unsupported";

/** Says what a network can do, from what a self-test has found. */
export function judge({ servers, local, relayed }: Pick<SelfTestReport, "servers" | "local" | "relayed">): Verdict {
  const isSeen = servers.some(({ url, state }) => url !== "" && !isTurn(url) && state === "answered");
  const isRelayed = relayed?.state === "connected";
  const isDirect = local.state === "connected";
  if (isRelayed) return isDirect ? "everywhere" : "relayed-only";
  if (!isDirect) return "nothing";
  // A TURN server that gave an address saw this browser's own one as well.
  return isSeen || servers.some(({ candidates }) => candidates.srflx + candidates.relay > 0) ? "mostly" : "nearby-only";
}
