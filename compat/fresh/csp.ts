import type { Middleware } from "./types.ts";

export interface CSPOptions {
  reportOnly?: boolean;
  /** Directives, each of which replaces the default of the same name. */
  csp?: string[];
  /** Allow the page's own inline scripts and styles by a nonce, rather than all. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

const nonces = new WeakMap<Response, string>();

/** Kept beside the response, so that it never becomes a header. */
export function rememberNonce(response: Response, nonce: string): void {
  nonces.set(response, nonce);
}

/** Answers that are not pages have no nonce, and keep `'unsafe-inline'`. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const own = options.csp ?? [];
  const replaced = new Set(own.map(nameOf));
  const policy = [...DEFAULTS.filter((d) => !replaced.has(nameOf(d))), ...own];
  const header = options.reportOnly ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy";

  return async (ctx) => {
    const response = await ctx.next();
    const nonce = options.useNonce ? nonces.get(response) : undefined;
    const directives = nonce === undefined ? policy : policy.map((directive) => withNonce(directive, nonce));
    response.headers.set(header, directives.join("; "));
    return response;
  };
}

function nameOf(directive: string): string {
  return directive.split(" ", 1)[0] ?? "";
}

function withNonce(directive: string, nonce: string): string {
  return /^(default|script|style)-src(-elem|-attr)?$/.test(nameOf(directive))
    ? directive.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`)
    : directive;
}
