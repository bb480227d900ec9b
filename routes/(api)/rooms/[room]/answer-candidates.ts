import { define } from "@/lib/server/define.ts";
import { readAnswerCandidates } from "@/lib/server/http/candidates.ts";

/** The callee's ICE candidates. */
export const handler = define.handlers({ GET: readAnswerCandidates });
