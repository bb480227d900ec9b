import { STATUS_CODE } from "@std/http/status";
import { asset } from "fresh/runtime";
import { differs, readETags } from "../http/request.ts";
import { withoutBody } from "../http/response.ts";
import { isRead } from "../http/router.ts";
import type { MemoryWatch } from "../memory_watch.ts";
import type { CompressedFiles } from "./compressed_files.ts";
import { type Coding, preferCoding } from "./content_coding.ts";

/**
 * Responds to requests for files that the build compressed, from memory; returns `undefined` for all others. Has `serve`
 * respond once for each file, keeps that, and adds what depends on the content coding. A response rejects with a
 * refusal: `overloaded`, `header-too-long`.
 */
export function createFileCache(
  files: CompressedFiles,
  serve: (req: Request) => Promise<Response>,
  memory: Pick<MemoryWatch, "refuseWhenShort">,
): (req: Request, url: URL) => Promise<Response> | undefined {
  const kept = new Map<string, KeptFile>();

  return (req, { pathname, search, origin }) => {
    const variants = isRead(req) ? files.get(pathname) : undefined;
    // With any other query it is another address, of which there is no end.
    if (variants === undefined || (search !== "" && pathname + search !== asset(pathname))) return undefined;
    return respond(req, origin, pathname + search, variants);
  };

  async function respond(req: Request, origin: string, address: string, variants: Variants): Promise<Response> {
    // Unread files are as heavy as unread pages.
    memory.refuseWhenShort();
    let file = kept.get(address);
    if (file === undefined) {
      file = await keep(await serve(new Request(origin + address)), variants);
      // While developing there are no entity tags, and files change.
      if (file === undefined) return await serve(req);
      kept.set(address, file);
    }
    const { etag, headers, body } = file.get(preferCoding(req, [...variants.keys()]))!;
    if (!differs(readETags(req, "If-None-Match"), etag)) {
      const lasting = headers.filter(([name]) => !name.startsWith("content-"));
      return new Response(null, { status: STATUS_CODE.NotModified, headers: lasting });
    }
    const response = new Response(body, { headers });
    return req.method === "HEAD" ? await withoutBody(response) : response;
  }
}

type Variants = ReadonlyMap<Coding, Uint8Array<ArrayBuffer>>;

/** A file by content coding, `undefined` for none. */
type KeptFile = ReadonlyMap<Coding | undefined, Representation>;

interface Representation {
  readonly etag: string;
  readonly headers: [name: string, value: string][];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Returns `undefined` for a response that names no version of the file. */
async function keep(response: Response, variants: Variants): Promise<KeptFile | undefined> {
  const plain = await response.bytes();
  const [, version] = /^(?:W\/)?"(.*)"$/.exec(response.headers.get("etag") ?? "") ?? [];
  if (response.status !== STATUS_CODE.OK || version === undefined) return undefined;
  const represent = (body: Uint8Array<ArrayBuffer>, coding?: Coding): Representation => {
    const headers = new Headers(response.headers);
    // Each coding has its own (RFC 9110, section 8.8.3.3).
    const etag = coding === undefined ? `"${version}"` : `"${version}-${coding}"`;
    headers.set("etag", etag);
    headers.set("vary", "accept-encoding");
    headers.set("content-length", String(body.length));
    if (coding !== undefined) headers.set("content-encoding", coding);
    return { etag, headers: [...headers], body };
  };
  const compressed = Array.from(variants, ([coding, body]) => [coding, represent(body, coding)] as const);
  return new Map<Coding | undefined, Representation>([[undefined, represent(plain)], ...compressed]);
}
