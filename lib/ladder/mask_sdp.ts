import type { Masker } from "./mask.ts";

/**
 * Masks what identifies a side in its session description (RFC 8866). Only lines known to identify no one stay as they
 * are.
 */
export function maskSdp(sdp: string, masker: Masker): string {
  return sdp.split(/\r\n|\n/).map((line) => maskLine(line, masker)).join("\r\n");
}

/** Masks a candidate line (RFC 8839, section 5.1), with or without `a=`. */
export function maskCandidate(line: string, { name, address }: Masker): string {
  const [, head = "", rest = ""] = /^((?:a=)?candidate:)(.*)$/s.exec(line) ?? [];
  if (head === "") return line === "" ? line : name("line", line);
  const [foundation = "", component = "", transport = "", priority = "", at = "", port = "", ...more] = rest.trim()
    .split(/\s+/);
  // Some browsers' foundations are checksums of addresses, which can be found by trial.
  const fixed = [
    name("foundation", foundation),
    ...[component, transport, priority].map(word),
    address(at),
    word(port),
  ];
  return head + [...fixed, ...maskPairs(more, { name, address })].join(" ");
}

/** Attributes that identify no one. */
const HARMLESS = new Set(
  ("group mid setup sctp-port sctpmap max-message-size ice-options ice-lite rtpmap fmtp rtcp-fb extmap " +
    "extmap-allow-mixed sendrecv sendonly recvonly inactive rtcp-mux rtcp-mux-only rtcp-rsize end-of-candidates " +
    "bundle-only ptime maxptime rid simulcast").split(" "),
);

/** Fields after a candidate's address whose value may stay. */
const HARMLESS_PAIRS = new Set(["typ", "rport", "tcptype", "generation", "network-id", "network-cost"]);

function maskLine(line: string, masker: Masker): string {
  const { name, address, text } = masker;
  const [, type = "", value = ""] = /^([a-z])=(.*)$/s.exec(line) ?? [];
  switch (type) {
    case "v":
    case "t":
    case "b":
    case "m":
      return text(line);
    case "s":
      return value === "-" || value.trim() === "" ? line : `s=${name("session", value)}`;
    case "o": {
      const [user = "", id = "", version = "", net = "", family = "", at = ""] = value.split(" ");
      const known = user === "-" || user === "mozilla...THIS_IS_SDPARTA-99.0" ? user : name("user", user);
      return `o=${[known, name("session-id", id), word(version), word(net), word(family), address(at)].join(" ")}`;
    }
    case "c": {
      const [net = "", family = "", at = ""] = value.split(" ");
      const [host = "", ...ttl] = at.split("/");
      return `c=${[word(net), word(family), [address(host), ...ttl.map(word)].join("/")].join(" ")}`;
    }
    case "a":
      return maskAttribute(value, masker);
    default:
      return line === "" ? "" : `${type || "x"}=${name("line", line)}`;
  }
}

function maskAttribute(attribute: string, masker: Masker): string {
  const { name, address, text } = masker;
  const [, key = "", value] = /^([^:]*)(?::(.*))?$/s.exec(attribute) ?? [];
  if (value === undefined) return HARMLESS.has(key) ? `a=${key}` : `a=${name("attribute", key)}`;
  switch (key) {
    case "candidate":
      return maskCandidate(`a=${attribute}`, masker);
    case "ice-ufrag":
      return `a=ice-ufrag:${name("ufrag", value.trim())}`;
    case "ice-pwd":
      return `a=ice-pwd:${name("pwd", value.trim())}`;
    case "fingerprint": {
      const [hash = "", print = ""] = value.split(" ");
      return `a=fingerprint:${word(hash)} ${name("fingerprint", print.toUpperCase())}`;
    }
    case "rtcp": {
      const [port = "", net, family, at] = value.split(" ");
      return `a=rtcp:${[port, net, family].filter((it) => it !== undefined).map(word).join(" ")}${
        at === undefined ? "" : ` ${address(at)}`
      }`;
    }
    default:
      return `a=${/^[\w-]+$/.test(key) ? key : "x"}:${HARMLESS.has(key) ? text(value) : name("value", value)}`;
  }
}

function maskPairs(words: readonly string[], { name, address }: Pick<Masker, "name" | "address">): string[] {
  return words.map((value, index) => {
    if (index % 2 === 0) return word(value);
    const key = words[index - 1]!;
    if (HARMLESS_PAIRS.has(key)) return word(value);
    if (key === "raddr") return address(value);
    return name(key === "ufrag" ? "ufrag" : "value", value);
  });
}

/** Keeps a word of the grammar; anything else might identify someone. */
function word(value: string): string {
  return /^[\w-]{1,20}$/.test(value) ? value : "?";
}
