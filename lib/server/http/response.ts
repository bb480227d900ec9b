import { STATUS_CODE } from "@std/http/status";
import { HttpError } from "fresh";
import { parsePreferWait, Refusal, toProblem } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import type { ReportFault } from "../fault_report.ts";
import { readHeader } from "./request.ts";
import type { Handler } from "./router.ts";

const EXPOSED = "ETag, Link, Location, Preference-Applied, Retry-After";
const ALLOWED = "Accept, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer";
const DAY = "86400";

/** The length from which a response is long, in characters; the responses of most calls are shorter. */
const LONG = 16_384;

/** How many characters of long responses may be in transit. */
export const MAX_UNSENT = 16_777_216;

/** Converts an error to a refusal. Reports a fault, whose refusal says nothing about the cause. */
export function toRefusal(error: unknown, report: ReportFault): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpError && error.status === STATUS_CODE.NotFound) {
    return new Refusal("not-found", "Cannot find anything at this address");
  }
  report(error);
  return new Refusal("fault", "Cannot respond: the server has failed and logged the fault");
}

/** Converts a refusal to a response (RFC 9457), with `Retry-After` and `Allow` if the refusal has them. */
export function problemResponse(refusal: Refusal): Response {
  const { retryAfter, allow } = refusal.options;
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (allow !== undefined) headers.set("allow", allow.join(", "));
  return new Response(JSON.stringify(toProblem(refusal)), { status: refusal.status, headers });
}

/** Makes the refusal of a method that a resource doesn't have. */
export function notAllowed(allow: readonly string[]): Refusal {
  return new Refusal("method-not-allowed", `Cannot do this here: the resource takes ${allow.join(", ")}`, { allow });
}

/** Responds to `OPTIONS`, including CORS preflights (Fetch, section 3.2.2). */
export function preflight(methods: readonly string[]): Response {
  const allowed = methods.join(", ");
  return new Response(null, {
    status: STATUS_CODE.NoContent,
    headers: {
      "allow": allowed,
      "access-control-allow-methods": allowed,
      "access-control-allow-headers": ALLOWED,
      "access-control-max-age": DAY,
    },
  });
}

/** Lets pages of any origin read a response (Fetch, section 3.2), and forbids storing it in a cache. */
export function withCors(response: Response): Response {
  // The headers of a WebSocket's response are immutable.
  if (response.status === STATUS_CODE.SwitchingProtocols) return response;
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", EXPOSED);
  response.headers.set("cache-control", "no-store");
  return withoutSniffing(response);
}

/** Stops browsers from guessing a response's type (Fetch, section 3.6). */
export function withoutSniffing(response: Response): Response {
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}

/** Limits how much of long responses is kept for clients that don't read them. */
export interface Unsent {
  /** Counts a response until it is sent or its client disconnects. @throws {Refusal} `overloaded` */
  hold(size: number, info: Deno.ServeHandlerInfo | undefined): void;
}

/** Counts up to `limit` characters. */
export function createUnsent(limit: number): Unsent {
  let held = 0;
  return {
    hold(size, info) {
      if (held + size > limit) {
        throw new Refusal("overloaded", "Cannot respond now: too many clients don't read what they requested", {
          retryAfter: 1,
        });
      }
      if (info === undefined) return;
      held += size;
      const release = () => held -= size;
      info.completed.then(release, release);
    },
  };
}

/**
 * Makes a response of text. A long one is a stream of one piece: over HTTP/2, Deno counts a plain body as sent while it
 * still keeps it for the client (docs/decisions/unread_answers.md).
 *
 * @throws {Refusal} `overloaded`
 */
export function textResponse({ info, state }: ApiContext, text: string, headers: HeadersInit): Response {
  if (text.length < LONG) return new Response(text, { headers });
  state.memory.refuseWhenShort();
  state.unsent.hold(text.length, info);
  return new Response(ReadableStream.from([new TextEncoder().encode(text)]), { headers });
}

/**
 * Wraps a handler so that it waits as long as `Prefer: wait` asks (RFC 7240, section 4.3), at most `MAX_WAIT`, and names
 * that time in every response, errors included. `waitMs` is 0 without the preference.
 */
export function waits(handle: (ctx: ApiContext, waitMs: number) => Promise<Response>): Handler {
  return (ctx) => {
    const preferred = parsePreferWait(readHeader(ctx.req, "Prefer"));
    if (preferred === undefined) return handle(ctx, 0);
    const seconds = Math.min(preferred, ctx.state.config.maxWaitMs / 1_000);
    const applied = (response: Response) => {
      response.headers.set("preference-applied", `wait=${seconds}`);
      return response;
    };
    const refused = (error: unknown) => applied(problemResponse(toRefusal(error, ctx.state.report)));
    return handle(ctx, seconds * 1_000).then(applied, refused);
  };
}

/** Returns the client's IP address, by which waiting reads are limited. */
export function clientOf({ info }: Pick<ApiContext, "info">): string | undefined {
  const address = info?.remoteAddr;
  return address !== undefined && "hostname" in address ? address.hostname : undefined;
}

/**
 * Makes the response to GET one to HEAD. For a `null` body Deno 2.9 sends `content-length: 0`, which has to be GET's (RFC
 * 9110, section 8.6); for an empty stream it sends none.
 */
export async function withoutBody(response: Response): Promise<Response> {
  if (response.body === null) return response;
  await response.body.cancel();
  return new Response(ReadableStream.from([]), response);
}
