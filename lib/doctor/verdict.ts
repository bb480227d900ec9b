import { isTurn } from "./ice_url.ts";
import type { SelfTestReport } from "./self_test.ts";

/** Whom a network can connect to. */
export type Verdict =
  /** Almost everyone: directly where possible, otherwise over a relay. */
  | "everywhere"
  /** Most networks, directly; there is no path if both sides' networks are strict. */
  | "mostly"
  /** Only over a relay. */
  | "relayed-only"
  /** Only devices on this network. */
  | "nearby-only"
  /** Nothing, not even this page itself. */
  | "nothing"
  /** This browser has no WebRTC. */
  | "unsupported";

/** Judges a network by the results of a self-test. */
export function judge({ servers, local, relayed }: Pick<SelfTestReport, "servers" | "local" | "relayed">): Verdict {
  const isSeen = servers.some(({ url, state }) => url !== "" && !isTurn(url) && state === "answered");
  const isRelayed = relayed?.state === "connected";
  const isDirect = local.state === "connected";
  if (isRelayed) return isDirect ? "everywhere" : "relayed-only";
  if (!isDirect) return "nothing";
  // A TURN server that allocated a relay has also seen this browser's address.
  return isSeen || servers.some(({ candidates }) => candidates.srflx + candidates.relay > 0) ? "mostly" : "nearby-only";
}
