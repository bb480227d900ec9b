import { define } from "../../../lib/define.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.text(`lobby ${JSON.stringify(ctx.params)}`),
});
