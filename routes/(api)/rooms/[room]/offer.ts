import { define } from "@/lib/server/define.ts";
import { postOffer, readOffer } from "@/lib/server/http/descriptions.ts";

/** The caller's session description. */
export const handler = define.handlers({ GET: readOffer, POST: postOffer });
