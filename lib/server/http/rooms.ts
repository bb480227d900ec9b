import { STATUS_CODE } from "@std/http/status";
import { pathOf, type Side, SIDES } from "../../protocol/mod.ts";
import { readCandidates, readDescription } from "./body.ts";
import type { ReadContext } from "./answers.ts";
import { toTimestamp } from "../clock.ts";
import { readHeader } from "./headers.ts";
import { linkIceServers } from "./ice_servers.ts";

/**
 * Takes `POST …/offer` or `POST …/answer`.
 *
 * @throws {Refusal} of reading the body and of the store
 */
export async function takeDescription(ctx: ReadContext, side: Side): Promise<Response> {
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

/**
 * Takes `POST …/offer-candidate` or `POST …/answer-candidate`.
 *
 * @throws {Refusal} of reading the body and of the store
 */
export async function takeCandidates(ctx: ReadContext, side: Side): Promise<Response> {
  const { store, room } = ctx.state;
  await store.trickle(room, side, await readCandidates(ctx));
  return new Response(null, { status: STATUS_CODE.NoContent });
}

/**
 * Takes `DELETE` of a room; with `If-Match` only of the call that it names.
 *
 * @throws {Refusal} `offer-replaced`, `busy`, `header-too-long`
 */
export async function hangUp({ req, state: { store, room } }: ReadContext): Promise<Response> {
  await store.hangUp(room, readHeader(req, "If-Match"));
  return new Response(null, { status: STATUS_CODE.NoContent });
}
