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
