import sdp from "sdp";
import { type Line, line } from "./line.ts";
import type { LineKey } from "./references.ts";

/**
 * Explains a candidate line, with or without `a=`, field by field (RFC 8839, section 5.1); `undefined` if it isn't one.
 */
export function explainCandidate(raw: string): Line | undefined {
  const text = raw.replace(/^a=/, "").trim();
  const words = text.split(" ");
  if (!text.startsWith("candidate:") || words.length < 8 || words[6] !== "typ") return undefined;
  const { foundation, protocol, priority, address, port, type } = sdp.parseCandidate(text);
  const component = Number(words[1]);
  if (![priority, port, component].every((number) => Number.isInteger(number) && number >= 0)) return undefined;
  const [, , , , ...pieces] = words;
  const parts = [
    line(foundation, "foundation"),
    line(words[1]!, component === 2 ? "component-rtcp" : "component", { component }),
    line(words[2]!, keyOf("protocol", protocol), { protocol }),
    explainPriority(words[3]!, priority),
    line(pieces[0]!, keyOfAddress(address), { address }),
    line(pieces[1]!, protocol === "tcp" && port === DISCARD ? "port-discard" : "port", { port }),
    line(`typ ${type}`, keyOf("type", type), { type }),
    ...explainExtensions(words.slice(8)),
  ];
  return line(raw, "candidate", { type, protocol, address, port }, parts);
}

/** A placeholder: the active side of TCP has no port yet (RFC 6544, section 4.5). */
const DISCARD = 9;

/** The extensions after the type, by name. */
const EXTENSIONS: Readonly<Record<string, LineKey>> = {
  "raddr": "raddr",
  "rport": "rport",
  "tcptype": "tcptype",
  "generation": "generation",
  "ufrag": "candidate-ufrag",
  "network-id": "network-id",
  "network-cost": "network-cost",
};

/** The values with words of their own; others share general ones. */
const KINDS = ["protocol-udp", "protocol-tcp", "type-host", "type-srflx", "type-prflx", "type-relay"] as const;

/** Splits a priority: 2²⁴ × type preference + 2⁸ × local preference + 256 − component (RFC 8445, section 5.1.2.1). */
function explainPriority(raw: string, priority: number): Line {
  return line(raw, "priority", {
    priority,
    typePreference: Math.floor(priority / 2 ** 24),
    localPreference: Math.floor(priority / 2 ** 8) % 2 ** 16,
    component: 256 - priority % 2 ** 8,
  });
}

function explainExtensions(words: readonly string[]): Line[] {
  const parts: Line[] = [];
  for (let index = 0; index + 1 < words.length && parts.length < MAX_EXTENSIONS; index += 2) {
    const [name, value] = [words[index]!, words[index + 1]!];
    const known = Object.hasOwn(EXTENSIONS, name) ? EXTENSIONS[name]! : "extension";
    const key = known === "raddr" && isHidden(value) ? "raddr-hidden" : known;
    parts.push(line(`${name} ${value}`, key, { name, value }));
  }
  return parts;
}

const MAX_EXTENSIONS = 24;

function keyOf(kind: "protocol" | "type", name: string): LineKey {
  return KINDS.find((it) => it === `${kind}-${name}`) ?? kind;
}

function keyOfAddress(address: string): LineKey {
  if (isHidden(address)) return "address-hidden";
  return address.includes(":") ? "address-ipv6" : "address";
}

/** Whether an mDNS name, its masked name in a recording, or nothing stands in for the address. */
function isHidden(address: string): boolean {
  return /\.local$|^mdns-\d+$/i.test(address) || address === "0.0.0.0";
}
