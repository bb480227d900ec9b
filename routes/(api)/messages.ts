import { define } from "@/lib/server/define.ts";
import { HANDLERS } from "@/lib/server/http/resources.ts";

/** What each side says to the other, whole and in order. */
export const handler = define.handlers(HANDLERS.messages);
