/** Replaces what identifies a person or place by names: within one masker, the same name for the same value. */
export interface Masker {
  /** Names a value, such as `ufrag-1`. */
  name(kind: string, value: string): string;
  /** Names an address or a host; those that identify no one stay. */
  address(value: string): string;
  /** Masks free text: every address, URL's host, room and quotation in it, and every value named before. */
  text(value: string): string;
}

/** Creates a masker without names. */
export function createMasker(): Masker {
  const names = new Map<string, Map<string, string>>();
  const secrets = new Map<string, string>();

  function name(kind: string, value: string): string {
    if (value === "") return value;
    const known = names.get(kind) ?? new Map<string, string>();
    names.set(kind, known);
    const masked = known.get(value) ?? `${kind}-${known.size + 1}`;
    known.set(value, masked);
    // A value this short may be an ordinary word. Addresses are recognized by their form.
    if (value.length > 3 && !/^(ipv|mdns)/.test(kind)) secrets.set(value, masked);
    return masked;
  }

  function address(value: string): string {
    const bare = value.replace(/^\[|\]$/g, "").split("%", 1)[0]!.toLowerCase();
    if (SPEAKS_OF_NOBODY.has(bare)) return bare;
    if (IPV4.test(bare)) return name(isPrivateIpv4(bare) ? "ipv4-private" : "ipv4", bare);
    if (bare.includes(":")) return name(isPrivateIpv6(bare) ? "ipv6-private" : "ipv6", canonicalIpv6(bare));
    return name(bare.endsWith(".local") ? "mdns" : "host", bare);
  }

  function text(value: string): string {
    let masked = value;
    // Longest first, since one may contain another.
    for (const [secret, alias] of [...secrets].sort(([a], [b]) => b.length - a.length)) {
      masked = masked.replace(new RegExp(`(?<!\\w)${escape(secret)}(?!\\w)`, "gi"), alias);
    }
    return masked
      .replace(/(\bwss?|\bhttps?):\/\/([^\s/?#"']+)([^\s"']*)/gi, (_, scheme, host) => `${scheme}://${hostOf(host)}/…`)
      .replace(/\b((?:stun|turn)s?):(\[[^\s[\]]*\]|[^\s:?"']+)/gi, (_, scheme, host) => `${scheme}:${address(host)}`)
      .replace(/(\/rooms\/)([^\s/?#"']+)/g, (_, path, room) => path + name("room", room))
      .replace(/"([^"]*)"/g, (_, quoted) => `"${name("quoted", quoted)}"`)
      .replace(/(?<![\w-])[\w-]+\.local\b/gi, address)
      .replace(IPV6_ANYWHERE, address)
      .replace(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)/g, address);
  }

  function hostOf(authority: string): string {
    const place = authority.slice(authority.lastIndexOf("@") + 1);
    const [, host = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(place) ?? [];
    return address(host) + port;
  }

  return { name, address, text };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|\/-]/g, "\\$&");
}

const SPEAKS_OF_NOBODY = new Set(["0.0.0.0", "127.0.0.1", "::", "::1", "localhost", ""]);

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

const IPV6_ANYWHERE = /(?<![\w:.-])(?=[\da-f:]*:[\da-f:]*:)[\da-f:]+(?:(?:\.\d{1,3}){3})?(?:%\w+)?(?![\w:])/gi;

/** Private, shared and link-local addresses (RFC 1918, RFC 6598, RFC 3927). */
function isPrivateIpv4(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  );
}

/** Unique local and link-local addresses (RFC 4193, RFC 4291, section 2.5.6). */
function isPrivateIpv6(address: string): boolean {
  return /^(f[cd]|fe[89ab])/.test(address);
}

/** Normalizes an address as URLs do (RFC 5952), so that each spelling gets the same name. */
function canonicalIpv6(address: string): string {
  const url = `http://[${address}]`;
  return URL.canParse(url) ? new URL(url).hostname : address;
}
