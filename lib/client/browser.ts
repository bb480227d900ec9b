import { SUBPROTOCOL } from "../protocol/mod.ts";
import type { CallDeps } from "./create_call.ts";

/** Returns what a call uses of this browser. */
export function browserDeps(): CallDeps {
  return {
    fetch: (input, init) => fetch(input, init),
    createPeer: typeof RTCPeerConnection === "undefined" ? undefined : (it) => new RTCPeerConnection(it),
    createSocket: typeof WebSocket === "undefined" ? undefined : (path) => {
      const { href } = new URL(path, globalThis.location?.href);
      return new WebSocket(href.replace(/^http/, "ws"), SUBPROTOCOL);
    },
    now: Date.now,
    random: Math.random,
  };
}
