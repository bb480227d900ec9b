import { readHeader } from "./headers.ts";

/** The entity tags of a condition (RFC 9110, section 8.8.3); `*` alone stands for any. */
export type ETags = ReadonlySet<string>;

/** Reads the list in an `If-Match` or an `If-None-Match`. */
export function parseETags(list: string): ETags {
  return new Set(list.split(",").map((tag) => tag.trim()));
}

/** Whether the list of an `If-Match` names a strong ETag: a weak one in it names none (RFC 9110, section 13.1.1). */
export function namesETag(tags: ETags, etag: string): boolean {
  return isAny(tags) || tags.has(etag);
}

/** Whether the list of an `If-None-Match` names a strong ETag, weakly or not (RFC 9110, section 13.1.2). */
export function namesETagWeakly(tags: ETags, etag: string): boolean {
  return namesETag(tags, etag) || tags.has(`W/${etag}`);
}

function isAny(tags: ETags): boolean {
  return tags.size === 1 && tags.has("*");
}

/** Parses a condition once, for a waiting read that looks at it many times. @throws {Refusal} `header-too-long` */
export function readETags(req: Pick<Request, "headers">, name: "If-Match" | "If-None-Match"): ETags | null {
  const list = readHeader(req, name);
  return list === null ? null : parseETags(list);
}

/** Whether an `If-None-Match` lets a response with this ETag pass. */
export function differs(seen: ETags | null, etag: string): boolean {
  return seen === null || !namesETagWeakly(seen, etag);
}
