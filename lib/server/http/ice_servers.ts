/** Printable ASCII without the characters that end a URL in a header. */
const ADDRESS = /^(stun|stuns|turn|turns):[!#-;=?-~]+$/;

/**
 * Parses untrusted JSON as the `iceServers` of an `RTCPeerConnection` (webrtc-pc, section 4.2.4).
 *
 * @throws {TypeError} with the reason
 */
export function parseIceServers(value: unknown): RTCIceServer[] {
  if (!Array.isArray(value)) throw new TypeError("it is an array of servers");
  return value.map(parseIceServer);
}

/** Returns the servers as the value of a `Link` header, as in WHIP (RFC 9725, section 4.6). */
export function linkIceServers(servers: readonly RTCIceServer[]): string {
  return servers.flatMap(({ urls, username, credential }) => {
    const login = username === undefined ? "" : `; username=${quote(username)}; credential=${quote(credential ?? "")}`;
    return [urls].flat().map((url) => `<${url}>; rel="ice-server"${login}`);
  }).join(", ");
}

function parseIceServer(value: unknown): RTCIceServer {
  if (typeof value !== "object" || value === null) throw new TypeError("each server is an object");
  const { urls, username, credential } = value as Record<string, unknown>;
  const list = [urls].flat();
  if (list.length === 0 || !list.every((url) => typeof url === "string" && ADDRESS.test(url))) {
    throw new TypeError(`"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`);
  }
  if (username === undefined && credential === undefined) return { urls: urls as string | string[] };
  if (typeof username !== "string" || typeof credential !== "string") {
    throw new TypeError(`"username" and "credential" are strings, and go together`);
  }
  return { urls: urls as string | string[], username, credential };
}

/** Makes a quoted-string (RFC 9110, section 5.6.4). Drops characters that are invalid in a header. */
function quote(text: string): string {
  return `"${text.replace(/[^\x20-\x7e]/g, "").replace(/["\\]/g, "\\$&")}"`;
}
