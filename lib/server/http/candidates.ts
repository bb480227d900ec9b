import { STATUS_CODE } from "@std/http/status";
import { type IceCandidate, isEndOfCandidates, type Side } from "../../protocol/mod.ts";
import type { Call } from "../call/call.ts";
import { candidatesOf } from "../call/mailbox.ts";
import type { ApiContext } from "../define.ts";
import { readCandidates } from "./body.ts";
import { differs, parseAfter, readETags } from "./request.ts";
import { clientOf, textResponse, waits } from "./response.ts";
import type { Handler } from "./router.ts";

/** Adds one ICE candidate of the caller, or a batch. */
export const postOfferCandidates: Handler = (ctx) => post(ctx, "caller");

/** Adds one ICE candidate of the callee, or a batch. */
export const postAnswerCandidates: Handler = (ctx) => post(ctx, "callee");

/** Returns the caller's ICE candidates, after a wait if the request prefers one. */
export const readOfferCandidates: Handler = waits((ctx, waitMs) => read(ctx, "caller", waitMs));

/** Returns the callee's ICE candidates, after a wait if the request prefers one. */
export const readAnswerCandidates: Handler = waits((ctx, waitMs) => read(ctx, "callee", waitMs));

async function post(ctx: ApiContext, side: Side): Promise<Response> {
  const { store, room } = ctx.state;
  await store.trickle(room, side, await readCandidates(ctx));
  return new Response(null, { status: STATUS_CODE.NoContent });
}

async function read(ctx: ApiContext, side: Side, waitMs: number): Promise<Response> {
  const { req, state: { store, room } } = ctx;
  const seen = readETags(req, "If-None-Match");
  const after = parseAfter(ctx, "the candidates");
  const isNew = (call: Call) => {
    const list = candidatesOf(call[side]);
    const complete = list.length > 0 && isEndOfCandidates(list.at(-1)!);
    return complete || (seen === null ? list.length > after : differs(seen, listETag(call, side, list)));
  };
  const call = await store.readWhen(room, { isNew, waitMs, abort: () => req.signal, client: () => clientOf(ctx) });
  const list = candidatesOf(call[side]);
  const etag = listETag(call, side, list);
  if (!differs(seen, etag)) return new Response(null, { status: STATUS_CODE.NotModified, headers: { etag } });
  return textResponse(ctx, JSON.stringify(list.slice(after)), { etag, "content-type": "application/json" });
}

/** Within an ICE generation a list only grows, so its length identifies its version. */
function listETag(call: Call, side: Side, list: readonly IceCandidate[]): string {
  const generation = call[side].description?.etag.slice(1, -1);
  return list.length === 0 ? `"empty"` : `"${generation}.${list.length}"`;
}
