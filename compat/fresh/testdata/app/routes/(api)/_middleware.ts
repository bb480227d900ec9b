import { HttpError } from "fresh";
import { define } from "../../lib/define.ts";

export default define.middleware(async (ctx) => {
  ctx.state.trail?.push("api");
  try {
    return await ctx.next();
  } catch (error) {
    const status = error instanceof HttpError ? error.status : 500;
    return Response.json({ status }, { status });
  }
});
