import { define } from "../../../../lib/define.ts";

export const handler = define.handlers((ctx) => ctx.text(`rest: ${ctx.params.rest}`));
