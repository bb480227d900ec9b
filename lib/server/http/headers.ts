import { accepts, acceptsLanguages } from "@std/http/negotiation";
import { Refusal } from "../../protocol/mod.ts";

/** How long a header may be that the server reads, in characters. */
const MAX_HEADER_CHARS = 1_024;

/** What has headers. */
type Headed = Pick<Request, "headers">;

/**
 * A header that decides what a request means.
 *
 * @throws {Refusal} `header-too-long`
 */
export function readHeader({ headers }: Headed, name: string): string | null {
  const value = headers.get(name);
  if (value !== null && value.length > MAX_HEADER_CHARS) {
    throw new Refusal("header-too-long", `Cannot read ${name}: it is over ${MAX_HEADER_CHARS} characters`, {
      limit: MAX_HEADER_CHARS,
    });
  }
  return value;
}

/**
 * The media type of `types` that a request likes best, `undefined` where it likes none; the first where it has no wish,
 * or one too long to be looked at: a preference may be disregarded (RFC 9110, section 12.1).
 */
export function preferType<T extends string>(request: Headed, ...types: T[]): T | undefined {
  return isTooLong(request, "accept") ? types[0] : accepts(request, ...types);
}

/** The language of `languages` that a request likes best, as with media types; the first where it likes none. */
export function preferLanguage<T extends string>(request: Headed, languages: readonly [T, ...T[]]): T {
  const [first] = languages;
  return isTooLong(request, "accept-language") ? first : acceptsLanguages(request, ...languages) ?? first;
}

function isTooLong({ headers }: Headed, name: string): boolean {
  return (headers.get(name)?.length ?? 0) > MAX_HEADER_CHARS;
}
