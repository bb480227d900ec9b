import { define } from "@/lib/server/define.ts";
import { HANDLERS } from "@/lib/server/http/resources.ts";

/** The caller's ICE candidates, for the callee to read. */
export const handler = define.handlers(HANDLERS["offer-candidates"]);
