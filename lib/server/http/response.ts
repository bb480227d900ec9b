import { STATUS_CODE } from "@std/http/status";
import { HttpError } from "fresh";
import { Refusal, toProblem } from "../../protocol/mod.ts";
import type { ReportFault } from "../fault_report.ts";

const EXPOSED = "ETag, Link, Location, Preference-Applied, Retry-After";
const TAKEN = "Accept, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer";
const DAY = "86400";

/** Returns any error as a refusal; a fault is reported, and says nothing of its cause. */
export function toRefusal(error: unknown, report: ReportFault): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpError && error.status === STATUS_CODE.NotFound) {
    return new Refusal("not-found", "Cannot find anything at this address");
  }
  report(error);
  return new Refusal("fault", "Cannot answer: the server has failed, and has told whoever runs it");
}

/** Returns a refusal as a response (RFC 9457), with the headers that its status asks for. */
export function problemResponse(refusal: Refusal): Response {
  const { retryAfter, allow } = refusal.options;
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (allow !== undefined) headers.set("allow", allow.join(", "));
  return new Response(JSON.stringify(toProblem(refusal)), { status: refusal.status, headers });
}

/** The refusal of a method that a resource doesn't take. */
export function notAllowed(allow: readonly string[]): Refusal {
  return new Refusal("method-not-allowed", `Cannot do this here: the resource takes ${allow.join(", ")}`, { allow });
}

/** Answers `OPTIONS`, a CORS preflight among them (Fetch, section 3.2.2). */
export function preflight(methods: readonly string[]): Response {
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

/** Opens a response to pages of any origin (Fetch, section 3.2), and keeps it out of every cache. */
export function withCors(response: Response): Response {
  // That of a WebSocket is done with, and its headers can't be changed.
  if (response.status === STATUS_CODE.SwitchingProtocols) return response;
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", EXPOSED);
  response.headers.set("cache-control", "no-store");
  return withoutSniffing(response);
}

/** Keeps browsers from taking a response for another type than it names (Fetch, section 3.6). */
export function withoutSniffing(response: Response): Response {
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}
