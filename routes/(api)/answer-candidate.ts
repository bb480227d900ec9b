import { define } from "@/lib/server/define.ts";
import { HANDLERS } from "@/lib/server/http/resources.ts";

/** Where the callee puts its ICE candidates. */
export const handler = define.handlers(HANDLERS["answer-candidate"]);
