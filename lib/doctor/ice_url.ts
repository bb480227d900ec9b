/** Whether this is a TURN server's address, as against a STUN server's (RFC 7064, RFC 7065). */
export function isTurn(url: string): boolean {
  return /^turns?:/i.test(url);
}

/** Whether this server is spoken to over UDP. */
export function isUdp(url: string): boolean {
  return /^(stun|turn):/i.test(url) && !/[?&]transport=tcp/i.test(url);
}

/** Host and port as they are written, without brackets around them or a query. */
export function hostOf(url: string): string {
  return url.replace(/^\w+:/, "").split("?", 1)[0]!;
}

/** The machine without its port: STUN and TURN are often one program on two of them. */
export function machineOf(url: string): string {
  return hostOf(url).replace(/:\d+$/, "");
}

/** Every address of a configuration. */
export function urlsOf(servers: readonly RTCIceServer[]): string[] {
  return servers.flatMap(({ urls }) => [urls].flat());
}
