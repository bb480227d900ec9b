/** The query parameter that locks a URL to one build. */
export const BUILD_ID_PARAM = "__frsh_c";

let lock = "";

/** Tells `asset()` the build; only the server does, so that scripts for the browser come without what makes an id. */
export function lockAssets(buildId: string): void {
  lock = buildId;
}

/** A static file's URL with the build's id in it, which may be cached for good. */
export function asset(path: string): string {
  if (lock === "" || !/^\/(?!\/)/.test(path)) return path;
  const url = new URL(path, "http://localhost");
  if (url.searchParams.has(BUILD_ID_PARAM)) return path;
  url.searchParams.set(BUILD_ID_PARAM, lock);
  return url.pathname + url.search + url.hash;
}
