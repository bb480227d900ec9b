/** Whether a URL is a TURN server's rather than a STUN server's (RFC 7064, RFC 7065). */
export function isTurn(url: string): boolean {
  return /^turns?:/i.test(url);
}

/** Whether the server is reached over UDP. */
export function isUdp(url: string): boolean {
  return /^(stun|turn):/i.test(url) && !/[?&]transport=tcp/i.test(url);
}

/** Returns host and port as written, without the query. */
export function hostOf(url: string): string {
  return url.replace(/^\w+:/, "").split("?", 1)[0]!;
}

/** Returns the host without its port: one program often serves STUN and TURN on two ports. */
export function machineOf(url: string): string {
  return hostOf(url).replace(/:\d+$/, "");
}

/** Returns all URLs of a configuration. */
export function urlsOf(servers: readonly RTCIceServer[]): string[] {
  return servers.flatMap(({ urls }) => [urls].flat());
}
