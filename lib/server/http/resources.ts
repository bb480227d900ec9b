import type { Resource } from "../../protocol/mod.ts";
import { answerCandidates, answerDescription, type ReadContext } from "./answers.ts";
import { answerMessages, takeMessages } from "./message_box.ts";
import { hangUp, takeCandidates, takeDescription } from "./rooms.ts";

/** What answers a request for a resource; what it throws becomes a problem further out. */
export type ResourceHandler = (ctx: ReadContext) => Promise<Response>;

/** What answers for each resource, by method; HEAD is for the framework to make of GET. */
export const HANDLERS = {
  "": {
    DELETE: hangUp,
  },
  "offer": {
    GET: (ctx: ReadContext) => answerDescription(ctx, "caller"),
    POST: (ctx: ReadContext) => takeDescription(ctx, "caller"),
  },
  "answer": {
    GET: (ctx: ReadContext) => answerDescription(ctx, "callee"),
    POST: (ctx: ReadContext) => takeDescription(ctx, "callee"),
  },
  "offer-candidate": {
    POST: (ctx: ReadContext) => takeCandidates(ctx, "caller"),
  },
  "offer-candidates": {
    GET: (ctx: ReadContext) => answerCandidates(ctx, "caller"),
  },
  "answer-candidate": {
    POST: (ctx: ReadContext) => takeCandidates(ctx, "callee"),
  },
  "answer-candidates": {
    GET: (ctx: ReadContext) => answerCandidates(ctx, "callee"),
  },
  "messages": {
    GET: answerMessages,
    POST: takeMessages,
  },
} satisfies Record<Resource, Record<string, ResourceHandler>>;

/** What answers a method of a resource; `undefined` where nothing does. */
export function handlerOf(resource: string, method: string): ResourceHandler | undefined {
  const handlers: Record<string, ResourceHandler> | undefined = Object.hasOwn(HANDLERS, resource)
    ? HANDLERS[resource as Resource]
    : undefined;
  return handlers !== undefined && Object.hasOwn(handlers, method) ? handlers[method] : undefined;
}
