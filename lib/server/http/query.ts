import { parseEventId, Refusal, type Side } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { readHeader } from "./headers.ts";
import type { Cursor } from "./inbox.ts";

/** `?after=`: how much of `what` a reader has already. @throws {Refusal} `invalid-query` */
export function parseAfter({ url }: ApiContext, what: string): number {
  const after = url.searchParams.get("after") ?? "0";
  if (/^\d+$/.test(after)) return Number(after);
  throw new Refusal("invalid-query", `Cannot read ${what}: \`after\` is a whole number from 0`);
}

/** @throws {Refusal} `invalid-query` */
export function parseSide({ url }: ApiContext, name: "from" | "to"): Side {
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
 * @throws {Refusal} `invalid-query`, `header-too-long`
 */
export function parseCursor(ctx: ApiContext): Cursor {
  const { req, url } = ctx;
  const named = readHeader(req, "If-Match") ?? url.searchParams.get("call") ?? "";
  const isBound = named !== "";
  const last = parseEventId(readHeader(req, "Last-Event-ID") ?? "");
  if (last !== undefined) return { ...last, isBound };
  return { call: named, after: parseAfter(ctx, "messages"), isBound };
}

/** An `Idempotency-Key`. @throws {Refusal} `invalid-query` */
export function parseKey(key: unknown): string | null {
  if (key === null || key === undefined) return null;
  if (typeof key === "string" && /^[\x21-\x7e]{1,64}$/.test(key)) return key;
  throw new Refusal("invalid-query", "Cannot use this idempotency key: it is 1 to 64 visible characters", {
    limit: 64,
  });
}
