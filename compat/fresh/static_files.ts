import type { StaticFile } from "./build.ts";
import { BUILD_ID_PARAM } from "./asset.ts";
import { getBuildId, scriptsPath } from "./build_id.ts";
import { type Context, internals } from "./context.ts";
import type { Middleware } from "./types.ts";

/** Serves `static/` and what the build made for the browser. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const pathname = normalize(ctx.url.pathname);
    if (pathname === null || pathname === "/") return ctx.next();
    const file = await ctx[internals].build.find(pathname);
    if (file !== null) return serve(ctx, file);
    // Browsers ask for this one unbidden: no page for it.
    if (pathname === "/favicon.ico") return new Response(null, { status: 404 });
    return ctx.next();
  };
}

async function serve<State>(
  ctx: Context<State>,
  file: StaticFile,
): Promise<Response> {
  const { req, url, config } = ctx;
  if (req.method !== "GET" && req.method !== "HEAD") {
    return new Response("Method Not Allowed", { status: 405 });
  }

  const lock = url.searchParams.get(BUILD_ID_PARAM);
  if (lock !== null && lock !== getBuildId()) {
    url.searchParams.delete(BUILD_ID_PARAM);
    const location = url.pathname + url.search;
    return new Response(null, { status: 307, headers: { location } });
  }

  const headers = new Headers({
    "Content-Type": file.contentType,
    vary: "If-None-Match",
  });
  // While developing, other apps on the same port must not fill this one's cache.
  const cacheable = config.mode !== "development";
  if (cacheable && file.hash !== null) {
    const tag = `W/"${file.hash}"`;
    const seen = req.headers.get("If-None-Match");
    if (seen === tag || seen === file.hash) {
      return new Response(null, { status: 304, headers });
    }
    headers.set("Etag", tag);
  }
  const locked = lock !== null || url.pathname.startsWith(scriptsPath());
  headers.set(
    "Cache-Control",
    cacheable && locked ? "public, max-age=31536000, immutable" : "no-cache, no-store, max-age=0, must-revalidate",
  );
  headers.set("Content-Length", String(file.size));
  const body = req.method === "HEAD" ? null : await file.open();
  return new Response(body, { headers });
}

/** Encodes each segment as the build does; null where it is no valid encoding. */
function normalize(pathname: string): string | null {
  try {
    const segments = decodeURIComponent(pathname).split("/").filter(Boolean);
    return "/" + segments.map(encodeURIComponent).join("/");
  } catch {
    return null;
  }
}
