import { define } from "@/lib/server/define.ts";
import { HANDLERS } from "@/lib/server/http/resources.ts";

/** The callee's ICE candidates, for the caller to read. */
export const handler = define.handlers(HANDLERS["answer-candidates"]);
