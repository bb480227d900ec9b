import { STATUS_CODE } from "@std/http/status";
import { type Context, HttpError } from "fresh";
import { parseRoomName, Refusal, toProblem } from "../../protocol/mod.ts";
import { parseAddress, READ_ONLY } from "./address.ts";
import type { ApiState, State } from "../define.ts";
import { preferType } from "./headers.ts";

/** Told of every fault: a bug or an outage, never a refusal. */
export type ReportFault = (fault: unknown) => void;

const EXPOSED = "ETag, Link, Location, Preference-Applied, Retry-After";
const TAKEN = "Accept, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer";
const DAY = "86400";

/**
 * The outermost middleware: decides what is the API and makes every answer of it one that machines can read, errors
 * included; what people read it passes on. It stands before the routes, not in a group's `_middleware`, because the
 * framework's own 404 and 405 never come by there.
 */
export async function apiBoundary(ctx: Context<State>): Promise<Response> {
  const isRead = ctx.req.method === "GET" || ctx.req.method === "HEAD";
  let isApi = !isRead;
  try {
    const address = parseAddress(ctx.url.pathname);
    isApi ||= address !== undefined && !address.isPage;
    ctx.state.isApi = isApi && address !== undefined;
    if (address !== undefined) ctx.state.room = parseRoomName(address.room);
    const methods = address?.methods ?? (ctx.route === null ? undefined : READ_ONLY);
    if (methods !== undefined && ctx.req.method === "OPTIONS") return withCors(preflight(methods));
    if (methods !== undefined && !methods.includes(ctx.req.method)) throw notAllowed(methods);
    const answer = await ctx.next();
    return isApi ? apiAnswer(answer, ctx.state) : answer;
  } catch (error) {
    const problem = problemAnswer(error, ctx.state);
    if (isApi || !wantsHtml(ctx.req)) return problem;
    throw error instanceof Refusal ? new HttpError(error.status, error.detail, { cause: error }) : error;
  } finally {
    await discardBody(ctx.req);
  }
}

/** An answer of the API with the headers that all of them have. */
export function apiAnswer(answer: Response, { waitApplied }: ApiState): Response {
  if (waitApplied !== undefined) answer.headers.set("preference-applied", `wait=${waitApplied}`);
  return withCors(answer);
}

/** What the API answers where something was thrown; a fault is reported. */
export function problemAnswer(error: unknown, state: ApiState): Response {
  const refusal = toRefusal(error);
  if (refusal.code === "fault") state.report(error);
  return apiAnswer(problemResponse(refusal), state);
}

/** Drops what is left of a request's body: one that nobody reads would make the server close the connection. */
export async function discardBody(req: Request): Promise<void> {
  if (req.method !== "GET" && !req.bodyUsed) await req.body?.cancel();
}

/** What any error is answered as: a fault says nothing of its cause. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpError && error.status === STATUS_CODE.NotFound) {
    return new Refusal("not-found", "Cannot find anything at this address");
  }
  return new Refusal("fault", "Cannot answer: the server has failed, and has told whoever runs it");
}

/** A refusal as an answer (RFC 9457), with what the status asks for. */
export function problemResponse(refusal: Refusal): Response {
  const { retryAfter, allow } = refusal.options;
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (allow !== undefined) headers.set("allow", allow.join(", "));
  return new Response(JSON.stringify(toProblem(refusal)), { status: refusal.status, headers });
}

/** Keeps browsers from taking an answer for another type than it names (Fetch, section 3.6). */
export function withoutSniffing(answer: Response): Response {
  answer.headers.set("x-content-type-options", "nosniff");
  return answer;
}

/** Opens an answer to pages of any origin (Fetch, section 3.2), and keeps it out of every cache. */
export function withCors(answer: Response): Response {
  // A WebSocket's is done with, and closed to changes.
  if (answer.status === STATUS_CODE.SwitchingProtocols) return answer;
  answer.headers.set("access-control-allow-origin", "*");
  answer.headers.set("access-control-expose-headers", EXPOSED);
  answer.headers.set("cache-control", "no-store");
  return withoutSniffing(answer);
}

function preflight(methods: readonly string[]): Response {
  const allowed = methods.join(", ");
  return new Response(null, {
    status: STATUS_CODE.NoContent,
    headers: {
      "allow": allowed,
      "access-control-allow-methods": allowed,
      "access-control-allow-headers": TAKEN,
      "access-control-max-age": DAY,
    },
  });
}

function notAllowed(methods: readonly string[]): Refusal {
  return new Refusal("method-not-allowed", `Cannot do this here: the resource takes ${methods.join(", ")}`, {
    allow: methods,
  });
}

function wantsHtml(req: Request): boolean {
  return preferType(req, "application/problem+json", "text/html") === "text/html";
}
