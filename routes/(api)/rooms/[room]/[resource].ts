import type { Resource } from "@/lib/protocol/mod.ts";
import { define, type State } from "@/lib/server/define.ts";
import type { Context } from "fresh";
import { handler as answer } from "../../answer.ts";
import { handler as answerCandidate } from "../../answer-candidate.ts";
import { handler as answerCandidates } from "../../answer-candidates.ts";
import { handler as messages } from "../../messages.ts";
import { handler as offer } from "../../offer.ts";
import { handler as offerCandidate } from "../../offer-candidate.ts";
import { handler as offerCandidates } from "../../offer-candidates.ts";

type Handlers = Record<string, (ctx: Context<State>) => Promise<Response>>;

// One pattern for all: the router tries them one after the other, which cost more than the rest of a request.
const HANDLERS: Record<Exclude<Resource, "">, Handlers> = {
  "offer": offer,
  "answer": answer,
  "offer-candidate": offerCandidate,
  "offer-candidates": offerCandidates,
  "answer-candidate": answerCandidate,
  "answer-candidates": answerCandidates,
  "messages": messages,
};

/** The resources of any room; the boundary has let none but these through, with no method but theirs. */
export const handler = define.handlers((ctx) => {
  const handlers = HANDLERS[ctx.params.resource as Exclude<Resource, "">];
  return handlers[ctx.req.method === "HEAD" ? "GET" : ctx.req.method]!(ctx);
});
