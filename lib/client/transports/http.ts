import { parseJson, propertiesOf, refusalCodeOf } from "../../protocol/mod.ts";
import { backOffMs, retryAfterMs, sleep } from "../pace.ts";
import { Interrupted, type Outage, Refused, Unreachable } from "../signaling_error.ts";

/** One request to the room's API. */
export interface ApiRequest {
  method: "GET" | "POST" | "DELETE";
  /** Below the room's base, such as `/offer`. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  timeoutMs: number;
  /** The request outlives the page. */
  keepalive?: boolean;
}

/** The server's response. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON; `undefined` if it isn't JSON. */
  readonly body: unknown;
}

/** How requests are sent. */
export interface HttpOptions {
  base: string;
  fetch: typeof fetch;
  /** Ends every request, and every pause between two. */
  abort: AbortSignal;
  random(): number;
}

/** Sends requests. */
export interface Http {
  /** Sends a request once. @throws {Interrupted} if no response came in time, or the abort's reason */
  once(request: ApiRequest): Promise<Reply>;
  /** Sends a request once, to find out what is wrong with the server, if anything. @throws the abort's reason */
  check(request: ApiRequest): Promise<Outage | undefined>;
  /**
   * Sends a request until the server responds with something other than an outage.
   *
   * @throws {Unreachable} after {@linkcode MAX_ATTEMPTS}, {@linkcode Refused}, or the abort's reason
   */
  persist(request: ApiRequest, onRetry?: (outage: Outage) => void): Promise<Reply>;
}

/** How often a request is sent before the server counts as unreachable: over about 20 s. */
export const MAX_ATTEMPTS = 8;

/** How long the server may take to delete a call. */
const DELETE_MS = 10_000;

/** Creates a sender of requests, each with a timeout. */
export function createHttp({ base, fetch, abort, random }: HttpOptions): Http {
  async function once({ method, path, headers, body, timeoutMs, keepalive = false }: ApiRequest): Promise<Reply> {
    abort.throwIfAborted();
    const end = new AbortController();
    const follow = () => end.abort(abort.reason);
    abort.addEventListener("abort", follow, { once: true });
    const timer = setTimeout(() => end.abort(new Interrupted(`No response within ${timeoutMs / 1000} s`)), timeoutMs);
    try {
      const response = await fetch(base + path, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // Chromium queues requests for one address while a response may be cached.
        cache: "no-store",
        keepalive,
        signal: end.signal,
      });
      return { status: response.status, headers: response.headers, body: parseJson(await response.text()) };
    } catch (error) {
      abort.throwIfAborted();
      throw error instanceof Interrupted ? error : new Interrupted(String(error));
    } finally {
      clearTimeout(timer);
      abort.removeEventListener("abort", follow);
    }
  }

  function attempt(request: ApiRequest): Promise<Reply | undefined> {
    return once(request).catch((error) => {
      if (error instanceof Interrupted) return undefined;
      throw error;
    });
  }

  async function persist(request: ApiRequest, onRetry?: (outage: Outage) => void): Promise<Reply> {
    for (let attempts = 1;; attempts++) {
      const reply = await attempt(request);
      const outage = outageOf(reply);
      if (reply !== undefined && outage === undefined) return requireSuccess(reply);
      if (attempts === MAX_ATTEMPTS) throw new Unreachable(outage);
      onRetry?.(outage ?? {});
      await sleep(Math.max(backOffMs(attempts, random), retryAfterMs(reply)), abort);
    }
  }

  return { once, check: async (request) => outageOf(await attempt(request)), persist };
}

/**
 * Hangs up at the server, trying once, even if the page goes away. `etag` protects another call in the room.
 *
 * @throws {Interrupted}, {@linkcode Refused}
 */
export async function deleteRoom({ base, fetch, random }: Omit<HttpOptions, "abort">, etag?: string): Promise<void> {
  const http = createHttp({ base, fetch, random, abort: new AbortController().signal });
  const headers = etag === undefined ? {} : { "if-match": etag };
  // The lobby's base is empty, its address is not.
  const path = base === "" ? "/" : "";
  requireSuccess(await http.once({ method: "DELETE", path, headers, timeoutMs: DELETE_MS, keepalive: true }));
}

/** Returns what is wrong with the server, if the same request may get another response a little later. */
function outageOf(reply: Reply | undefined): Outage | undefined {
  if (reply === undefined) return {};
  const { status, body } = reply;
  if (status !== 408 && status !== 429 && status < 500) return undefined;
  const code = refusalCodeOf(body);
  return { status, ...(code === undefined ? {} : { code }) };
}

/** Returns the reply unless it is a refusal. @throws {Refused} */
function requireSuccess(reply: Reply): Reply {
  if (reply.status < 400) return reply;
  const { detail } = propertiesOf(reply.body);
  throw new Refused(
    refusalCodeOf(reply.body),
    typeof detail === "string" ? detail : `The server responded with status ${reply.status}`,
  );
}
