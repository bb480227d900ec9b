import { HttpError } from "fresh";
import { define } from "../../../../lib/define.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.text(`${ctx.params.room} ${ctx.route} ${ctx.state.trail}`),
  POST() {
    throw new HttpError(409, "Taken");
  },
});
