import { Refusal } from "../../protocol/mod.ts";

/** What ends a host in a URL: Deno puts the two together as they come (RFC 9112, section 3.3). */
const ENDS_HOST = /[\s/?#@\\]/;

/**
 * A request's URL, with its host.
 *
 * @throws {Refusal} `invalid-host`, `malformed-url`, `url-too-long`
 */
export function readUrl(req: Request, maxChars: number): URL {
  if (ENDS_HOST.test(req.headers.get("host") ?? "")) throw invalidHost();
  if (req.url.length > maxChars) {
    throw new Refusal("url-too-long", `Cannot read this URL: it is over ${maxChars} characters`, { limit: maxChars });
  }
  // Any path and any query can be read: where this fails it is the host.
  const url = URL.parse(req.url);
  if (url === null || url.username !== "" || url.password !== "") throw invalidHost();
  if (!isDecodable(url.pathname)) {
    throw new Refusal("malformed-url", "Cannot read this URL: it has an escape that means nothing");
  }
  return url;
}

/** What a request is refused with whose host is none, or one that can't be shown. */
export function invalidHost(): Refusal {
  return new Refusal("invalid-host", "Cannot read this request: its host is neither a name nor an address");
}

function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
