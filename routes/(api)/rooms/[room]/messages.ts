import { define } from "@/lib/server/define.ts";
import { postMessages, readMessages } from "@/lib/server/http/messages.ts";

/** What each side says to the other, in order. */
export const handler = define.handlers({ GET: readMessages, POST: postMessages });
