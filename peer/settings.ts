import type { Side } from "@/lib/protocol/mod.ts";

/** The parsed command line. */
export interface Settings {
  /** The room's API base, absolute. */
  base: string;
  role: Side;
  iceServers: RTCIceServer[];
}

/** The command's usage. */
export const USAGE = "deno task peer <room URL> caller|callee [stun:<host>:<port> …]";

/** Parses the command line. @throws {Error} if it is invalid, with the reason */
export function parseSettings([url = "", role = "", ...ice]: readonly string[]): Settings {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error(`Cannot call: the first argument must be the URL of a room, not "${url}"`);
  }
  if (role !== "caller" && role !== "callee") {
    throw new Error(`Cannot call: the second argument must be caller or callee, not "${role}"`);
  }
  const strange = ice.find((it) => !it.startsWith("stun:"));
  if (strange !== undefined) throw new Error(`Cannot call: a STUN server must start with stun:, not "${strange}"`);
  const { origin, pathname } = new URL(url);
  return {
    base: origin + pathname.replace(/\/+$/, ""),
    role,
    iceServers: ice.map((urls) => ({ urls })),
  };
}
