import { Refusal, type Side } from "../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import type { Cursor } from "./inbox.ts";

/** @throws {Refusal} `invalid-query` */
export function parseSide({ url }: ReadContext, name: "from" | "to"): Side {
  const side = url.searchParams.get(name);
  if (side === "caller" || side === "callee") return side;
  throw new Refusal("invalid-query", `Cannot tell whose messages: \`${name}\` is caller or callee`, {
    limit: ["caller", "callee"],
  });
}

/**
 * Where a reader goes on: `?after=` a number, with the call in `If-Match` or `?call=`; or both as the event stream's
 * `Last-Event-ID` has them, which is newer than the URL that a browser reconnects to.
 *
 * @throws {Refusal} `invalid-query`
 */
export function parseCursor({ req, url }: ReadContext): Cursor {
  const event = /^("[^"]*")\.(\d+)$/.exec(req.headers.get("last-event-id") ?? "");
  if (event !== null) return { call: event[1]!, after: Number(event[2]) };
  const after = url.searchParams.get("after") ?? "0";
  if (!/^\d+$/.test(after)) {
    throw new Refusal("invalid-query", "Cannot read messages: `after` is a whole number from 0");
  }
  const call = req.headers.get("if-match") ?? url.searchParams.get("call") ?? "";
  return { call, after: Number(after) };
}

/** A cursor as an event's `id`. */
export function toEventId({ call, after }: Cursor): string {
  return `${call}.${after}`;
}

/** The request's `Idempotency-Key`. @throws {Refusal} `invalid-query` */
export function parseKey({ req }: ReadContext): string | null {
  const key = req.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,64}$/.test(key)) {
    throw new Refusal("invalid-query", "Cannot use this Idempotency-Key: it is 1 to 64 visible characters", {
      limit: 64,
    });
  }
  return key;
}
