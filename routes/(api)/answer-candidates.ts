import { answerCandidates } from "@/lib/server/answers.ts";
import { define } from "@/lib/server/define.ts";

/** The callee's ICE candidates, for the caller to read. */
export const handler = define.handlers({
  GET: (ctx) => answerCandidates(ctx, "callee"),
});
