import { define } from "@/lib/server/define.ts";
import { postAnswerCandidates } from "@/lib/server/http/candidates.ts";

/** Where the callee posts its ICE candidates. */
export const handler = define.handlers({ POST: postAnswerCandidates });
