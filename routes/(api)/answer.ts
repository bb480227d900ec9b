import { answerDescription } from "@/lib/server/answers.ts";
import { define } from "@/lib/server/define.ts";
import { takeDescription } from "@/lib/server/rooms.ts";

/** The callee's session description. */
export const handler = define.handlers({
  GET: (ctx) => answerDescription(ctx, "callee"),
  POST: (ctx) => takeDescription(ctx, "callee"),
});
