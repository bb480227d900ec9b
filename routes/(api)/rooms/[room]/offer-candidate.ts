import { define } from "@/lib/server/define.ts";
import { postOfferCandidates } from "@/lib/server/http/candidates.ts";

/** Where the caller posts its ICE candidates. */
export const handler = define.handlers({ POST: postOfferCandidates });
