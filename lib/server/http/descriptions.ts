import { STATUS_CODE } from "@std/http/status";
import { pathOf, Refusal, type Side, SIDES } from "../../protocol/mod.ts";
import { type Call, hasOffer, requireOffer } from "../call/call.ts";
import type { StoredDescription } from "../call/mailbox.ts";
import { toTimestamp } from "../clock.ts";
import type { ApiContext } from "../define.ts";
import { readDescription } from "./body.ts";
import { linkIceServers } from "./ice_servers.ts";
import { differs, preferType, readETags, readHeader } from "./request.ts";
import { clientOf, textResponse, waits } from "./response.ts";
import type { Handler } from "./router.ts";

/** Opens, renews or restarts a call. */
export const postOffer: Handler = (ctx) => post(ctx, "caller");

/** Answers the open offer; the first answer wins. */
export const postAnswer: Handler = (ctx) => post(ctx, "callee");

/** Returns the offer, after a wait if the request prefers one. */
export const readOffer: Handler = waits((ctx, waitMs) => read(ctx, "caller", waitMs));

/** Returns the answer, after a wait if the request prefers one. */
export const readAnswer: Handler = waits((ctx, waitMs) => read(ctx, "callee", waitMs));

/** Hangs up; with `If-Match`, only the call that it names. */
export const hangUp: Handler = async ({ req, state: { store, room } }) => {
  await store.hangUp(room, readHeader(req, "If-Match"));
  return new Response(null, { status: STATUS_CODE.NoContent });
};

async function post(ctx: ApiContext, side: Side): Promise<Response> {
  const { store, room, config, clock } = ctx.state;
  const resource = SIDES[side].description;
  const match = readHeader(ctx.req, "If-Match");
  const description = await readDescription(ctx, resource);
  const { etag, expiresAt } = await store[resource](room, description, match);
  const headers = new Headers({ etag, location: pathOf(room, resource) });
  const link = linkIceServers(config.iceServers);
  if (link !== "") headers.set("link", link);
  const body = { room, expiresAt: toTimestamp(clock, expiresAt) };
  return Response.json(body, { status: STATUS_CODE.Created, headers });
}

async function read(ctx: ApiContext, side: Side, waitMs: number): Promise<Response> {
  const { req, state: { store, room } } = ctx;
  const seen = readETags(req, "If-None-Match");
  // The offer's ETag names the call, so only a read of the answer can depend on it.
  const match = side === "callee" ? readETags(req, "If-Match") : null;
  const isNew = (call: Call) => {
    if (match !== null && !hasOffer(call, match)) return true;
    const { description } = call[side];
    return description !== null && differs(seen, description.etag);
  };
  const call = await store.readWhen(room, { isNew, waitMs, abort: () => req.signal, client: () => clientOf(ctx) });
  if (match !== null) requireOffer(call, match);
  const { description } = call[side];
  if (description === null) throw notYet(side);
  if (differs(seen, description.etag)) return describe(ctx, description);
  return new Response(null, { status: STATUS_CODE.NotModified, headers: { etag: description.etag } });
}

function notYet(side: Side): Refusal {
  return side === "caller"
    ? new Refusal("no-offer", "Cannot read the offer: nobody has offered", { retryAfter: 1 })
    : new Refusal("no-answer", "Cannot read the answer: nobody has answered", { retryAfter: 1 });
}

function describe(ctx: ApiContext, { type, sdp, etag }: StoredDescription): Response {
  const accepted = preferType(ctx.req, "application/json", "application/sdp") ?? "application/json";
  const headers = new Headers({ etag, "content-type": accepted, vary: "Accept" });
  const link = linkIceServers(ctx.state.config.iceServers);
  if (link !== "" && type === SIDES.caller.description) headers.set("link", link);
  return textResponse(ctx, accepted === "application/sdp" ? sdp : JSON.stringify({ type, sdp }), headers);
}
