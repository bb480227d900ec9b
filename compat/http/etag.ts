import { Buffer } from "node:buffer";

export interface ETagOptions {
  algorithm?: AlgorithmIdentifier;
  weak?: boolean;
}

/** Length and digest of the content, as a quoted entity tag. */
export async function eTag(
  entity: string | Uint8Array<ArrayBuffer>,
  options: ETagOptions = {},
): Promise<string> {
  const tag = `"${entity.length === 0 ? EMPTY : await digest(entity, options)}"`;
  return options.weak ? `W/${tag}` : tag;
}

/** Whether an `If-Match` header allows what was asked: weak tags never match. */
export function ifMatch(
  value: string | null,
  etag: string | undefined,
): boolean {
  if (!value || !etag || etag.startsWith("W/")) return false;
  return value.trim() === "*" || listed(value).includes(etag);
}

/** Whether an `If-None-Match` header asks for the content: it does unless it names the tag, weak or not. */
export function ifNoneMatch(
  value: string | null,
  etag: string | undefined,
): boolean {
  if (!value || !etag) return true;
  return value.trim() !== "*" &&
    !listed(value).map(strong).includes(strong(etag));
}

// Of SHA-256, whatever the algorithm: as in the original.
const EMPTY = "0-47DEQpj8HBSa+/TImW+5JCeuQeR";

async function digest(
  entity: string | Uint8Array<ArrayBuffer>,
  { algorithm = "SHA-256" }: ETagOptions,
): Promise<string> {
  const bytes = typeof entity === "string" ? new TextEncoder().encode(entity) : entity;
  const hash = Buffer.from(await crypto.subtle.digest(algorithm, bytes))
    .toString("base64");
  return `${bytes.length.toString(16)}-${hash.slice(0, 27)}`;
}

function listed(value: string): string[] {
  return value.split(/\s*,\s*/);
}

function strong(tag: string): string {
  return tag.replace(/^W\//, "");
}
