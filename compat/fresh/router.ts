export type Method =
  | "HEAD"
  | "GET"
  | "POST"
  | "PATCH"
  | "PUT"
  | "DELETE"
  | "OPTIONS";

export const METHODS: readonly Method[] = [
  "GET",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
];

export interface Match<T> {
  /** Null where no route has this path. */
  pattern: string | null;
  /** Null where the path is known but not with this method. */
  item: T | null;
  params: Record<string, string>;
  allowed: Method[];
}

interface Entry<T> {
  pattern: string;
  byMethod: Map<Method, T>;
}

/** Exact paths first, then patterns in the order they were added; the first pattern that fits ends the search. */
export class Router<T> {
  #exact = new Map<string, Entry<T>>();
  #patterns = new Map<string, Entry<T> & { url: URLPattern }>();

  /** The first one to claim a method of a path keeps it. */
  add(methods: readonly Method[], pathname: string, item: T): void {
    const { byMethod } = this.#entry(pathname);
    for (const method of methods) {
      if (!byMethod.has(method)) byMethod.set(method, item);
    }
  }

  /** Throws a `URIError` where a parameter is not valid percent-encoding, as Fresh does. */
  match(method: Method, url: URL): Match<T> {
    const exact = this.#exact.get(url.pathname) ??
      this.#exact.get(toggleTrailingSlash(url.pathname));
    if (exact !== undefined) return found(exact, method);

    for (const entry of this.#patterns.values()) {
      const fit = entry.url.exec(url);
      if (fit === null) continue;
      const match = found(entry, method);
      if (match.item !== null) {
        for (const [name, value] of Object.entries(fit.pathname.groups)) {
          match.params[name] = decodeURI(value ?? "");
        }
      }
      return match;
    }
    return { pattern: null, item: null, params: noParams(), allowed: [] };
  }

  #entry(pathname: string): Entry<T> {
    const isPattern = /[*:{}+?()]/.test(pathname);
    const known = (isPattern ? this.#patterns : this.#exact).get(pathname);
    if (known !== undefined) return known;
    const entry: Entry<T> = { pattern: pathname, byMethod: new Map() };
    if (isPattern) {
      const url = new URLPattern({ pathname });
      this.#patterns.set(pathname, { ...entry, url });
    } else {
      this.#exact.set(pathname, entry);
    }
    return entry;
  }
}

function found<T>(entry: Entry<T>, method: Method): Match<T> {
  const { byMethod, pattern } = entry;
  const item = byMethod.get(method) ??
    (method === "HEAD" ? byMethod.get("GET") : undefined) ?? null;
  return { pattern, item, params: noParams(), allowed: [...byMethod.keys()] };
}

function noParams(): Record<string, string> {
  return Object.create(null);
}

function toggleTrailingSlash(pathname: string): string {
  if (pathname === "/") return pathname;
  return pathname.endsWith("/") ? pathname.slice(0, -1) : `${pathname}/`;
}
