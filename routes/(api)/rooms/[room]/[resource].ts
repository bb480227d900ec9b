import { define } from "@/lib/server/define.ts";
import { handlerOf } from "@/lib/server/http/resources.ts";

// One pattern for all: the router tries them one after the other, which cost more than the rest of a request.
/** The resources of any room; the boundary has let none but these through, with no method but theirs. */
export const handler = define.handlers((ctx) => {
  const { req: { method }, params: { resource = "" } } = ctx;
  return handlerOf(resource, method === "HEAD" ? "GET" : method)!(ctx);
});
