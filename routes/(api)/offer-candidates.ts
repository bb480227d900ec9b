import { answerCandidates } from "@/lib/server/answers.ts";
import { define } from "@/lib/server/define.ts";

/** The caller's ICE candidates, for the callee to read. */
export const handler = define.handlers({
  GET: (ctx) => answerCandidates(ctx, "caller"),
});
