/**
 * The seconds a client is ready to wait, from its `Prefer` header (RFC 7240, section 4.3); `undefined` where it asks for
 * none, or for something that is not a whole number from 0.
 *
 * @example
 * ```ts
 * import { parsePreferWait } from "./prefer.ts";
 *
 * parsePreferWait("respond-async, wait=10"); // 10
 * ```
 */
export function parsePreferWait(header: string | null): number | undefined {
  for (const preference of header?.split(",") ?? []) {
    const wait = /^\s*wait\s*=\s*(?:"([^"]*)"|([^;"]*?))\s*(?:;.*)?$/i.exec(preference);
    // The first one counts (RFC 7240, section 2).
    if (wait !== null) return parseSeconds(wait[1] ?? wait[2] ?? "");
  }
  return undefined;
}

function parseSeconds(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
