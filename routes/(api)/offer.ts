import { define } from "@/lib/server/define.ts";
import { HANDLERS } from "@/lib/server/http/resources.ts";

/** The caller's session description. */
export const handler = define.handlers(HANDLERS.offer);
