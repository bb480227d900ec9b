import { STATUS_CODE } from "@std/http/status";
import { type IceCandidate, isEndOfCandidates, Refusal, type Side, SIDES } from "../../protocol/mod.ts";
import { type Call, requireOffer } from "../call/call.ts";
import type { ApiState } from "../define.ts";
import { type ETags, namesETagWeakly, parseETags } from "./etags.ts";
import { preferType, readHeader } from "./headers.ts";
import { linkIceServers } from "./ice_servers.ts";
import { answerText } from "./long_answer.ts";
import { candidatesOf, type StoredDescription } from "../call/mailbox.ts";
import { grantWait, parseAfter } from "./query.ts";

/** What answering a read needs of a request's context. */
export interface ReadContext {
  readonly req: Request;
  /** Tells of the connection; a test has none. */
  readonly info: Deno.ServeHandlerInfo | undefined;
  readonly url: URL;
  readonly state: ApiState;
}

/**
 * Answers `GET …/offer` or `GET …/answer`.
 *
 * @throws {Refusal} `no-offer`, `no-answer`, `offer-replaced`, `too-many-waiting`, `header-too-long`
 */
export async function answerDescription(ctx: ReadContext, side: Side): Promise<Response> {
  const seen = readETags(ctx, "If-None-Match");
  // The offer's ETag names the call, so it can only be a condition on reading what the other side made of it.
  const match = side === "callee" ? readETags(ctx, "If-Match") : null;
  const isNew = (call: Call) => {
    if (match !== null) requireOffer(call, match);
    const { description } = call[side];
    return description !== null && differs(seen, description.etag);
  };
  const call = await readCall(ctx, isNew);
  const fresh = isNew(call);
  const { description } = call[side];
  if (description === null) throw notYet(side);
  if (!fresh) return notModified(description.etag);
  return describe(ctx, description);
}

/**
 * Answers `GET …/offer-candidates` or `GET …/answer-candidates`.
 *
 * @throws {Refusal} `invalid-query`, `too-many-waiting`, `header-too-long`
 */
export async function answerCandidates(ctx: ReadContext, side: Side): Promise<Response> {
  const seen = readETags(ctx, "If-None-Match");
  const after = parseAfter(ctx, "the candidates");
  const isNew = (call: Call) => {
    const list = candidatesOf(call[side]);
    const complete = list.length > 0 && isEndOfCandidates(list.at(-1)!);
    return complete || (seen === null ? list.length > after : differs(seen, listETag(call, side, list)));
  };
  const call = await readCall(ctx, isNew);
  const list = candidatesOf(call[side]);
  const etag = listETag(call, side, list);
  if (!differs(seen, etag)) return notModified(etag);
  return answerText(ctx, JSON.stringify(list.slice(after)), { etag, "content-type": "application/json" });
}

/** Whose share of the places to wait in a request takes: that of its address. */
export function clientOf({ info }: Pick<ReadContext, "info">): string | undefined {
  const address = info?.remoteAddr;
  return address !== undefined && "hostname" in address ? address.hostname : undefined;
}

/** Reads what the room holds, after a wait where the client asks for one. */
function readCall(ctx: ReadContext, isNew: (call: Call) => boolean): Promise<Call> {
  const { req, state: { store, room } } = ctx;
  const client = () => clientOf(ctx);
  return store.readWhen(room, { isNew, waitMs: grantWait(ctx), abort: () => req.signal, client });
}

/** Parsed once, for a read that waits looks at it many times. */
function readETags({ req }: ReadContext, name: "If-Match" | "If-None-Match"): ETags | null {
  const list = readHeader(req, name);
  return list === null ? null : parseETags(list);
}

function differs(seen: ETags | null, etag: string): boolean {
  return seen === null || !namesETagWeakly(seen, etag);
}

/** A list only grows within its ICE generation, so its length tells its versions apart. */
function listETag(call: Call, side: Side, list: readonly IceCandidate[]): string {
  const generation = call[side].description?.etag.slice(1, -1);
  return list.length === 0 ? `"empty"` : `"${generation}.${list.length}"`;
}

function notYet(side: Side): Refusal {
  return side === "caller"
    ? new Refusal("no-offer", "Cannot read the offer: nobody has offered", { retryAfter: 1 })
    : new Refusal("no-answer", "Cannot read the answer: nobody has answered", { retryAfter: 1 });
}

function notModified(etag: string): Response {
  return new Response(null, { status: STATUS_CODE.NotModified, headers: { etag } });
}

function describe(ctx: ReadContext, { type, sdp, etag }: StoredDescription): Response {
  const accepted = preferType(ctx.req, "application/json", "application/sdp") ?? "application/json";
  const headers = new Headers({ etag, "content-type": accepted, vary: "Accept" });
  const link = linkIceServers(ctx.state.config.iceServers);
  if (link !== "" && type === SIDES.caller.description) headers.set("link", link);
  return answerText(ctx, accepted === "application/sdp" ? sdp : JSON.stringify({ type, sdp }), headers);
}
