import { Refusal } from "../../protocol/mod.ts";

/** What ends a host in a URL: Deno puts the two together as they come (RFC 9112, section 3.3). */
const ENDS_HOST = /[\s/?#@\\]/;

/**
 * Reads a request's URL, its host included.
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

/** The refusal of a host that isn't one, or that can't be shown. */
export function invalidHost(): Refusal {
  return new Refusal("invalid-host", "Cannot read this request: its host is neither a name nor an address");
}

/** Where a path points to. */
export interface Address {
  /** As the path has it, which need not be a room's name; `undefined` at the root, which is the lobby's. */
  readonly room: string | undefined;
  /** The rest of the path: a resource's name, or `""` for the room itself. */
  readonly name: string;
}

/** Splits a decodable path into room and resource. A slash at its end makes no difference, as in Fresh. */
export function parseAddress(pathname: string): Address {
  const path = pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
  if (!path.startsWith(ROOMS)) return { room: undefined, name: path.slice(1) };
  const slash = path.indexOf("/", ROOMS.length);
  const end = slash === -1 ? path.length : slash;
  return { room: decodeURIComponent(path.slice(ROOMS.length, end)), name: path.slice(end + 1) };
}

const ROOMS = "/rooms/";

function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
