/**
 * Parses the seconds a client is ready to wait from its `Prefer` header (RFC 7240, section 4.3); `undefined` if there
 * are none, or not as a whole number.
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
    const [name = "", ...value] = preference.split(";", 1)[0]!.split("=");
    // The first one counts (RFC 7240, section 2).
    if (value.length > 0 && name.trim().toLowerCase() === "wait") return parseSeconds(value.join("=").trim());
  }
  return undefined;
}

function parseSeconds(text: string): number | undefined {
  const [, quoted, bare] = /^(?:"(\d+)"|(\d+))$/.exec(text) ?? [];
  const digits = quoted ?? bare;
  return digits === undefined ? undefined : Number(digits);
}
