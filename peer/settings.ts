import type { Side } from "@/lib/protocol/mod.ts";

/** What the command line says. */
export interface Settings {
  /** The room's API base, absolute. */
  base: string;
  role: Side;
  iceServers: RTCIceServer[];
}

/** How the program is called. */
export const USAGE = "deno task peer <url of a room> caller|callee [stun:<host>:<port> …]";

/** Reads the command line. @throws {Error} where it means nothing, with a reason in words */
export function parseSettings([url = "", role = "", ...ice]: readonly string[]): Settings {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error(`Cannot call: the first argument is the URL of a room, not "${url}"`);
  }
  if (role !== "caller" && role !== "callee") {
    throw new Error(`Cannot call: the second argument is caller or callee, not "${role}"`);
  }
  const strange = ice.find((it) => !it.startsWith("stun:"));
  if (strange !== undefined) throw new Error(`Cannot call: a STUN server starts with stun:, not "${strange}"`);
  const { origin, pathname } = new URL(url);
  return {
    base: origin + pathname.replace(/\/+$/, ""),
    role,
    iceServers: ice.map((urls) => ({ urls })),
  };
}
