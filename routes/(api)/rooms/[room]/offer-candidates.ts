import { define } from "@/lib/server/define.ts";
import { readOfferCandidates } from "@/lib/server/http/candidates.ts";

/** The caller's ICE candidates. */
export const handler = define.handlers({ GET: readOfferCandidates });
