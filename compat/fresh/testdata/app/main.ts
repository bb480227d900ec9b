import { App, csp, staticFiles } from "fresh";
import type { State } from "./lib/define.ts";

export const app = new App<State>()
  .use(csp({ useNonce: true, csp: ["frame-ancestors 'self'"] }))
  .use(async (ctx) => {
    const response = await ctx.next();
    response.headers.set("x-root", "seen");
    return response;
  })
  .use(staticFiles())
  .get("/before", (ctx) => ctx.text("before"))
  .fsRoutes();
