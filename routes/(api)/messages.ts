import { define } from "@/lib/server/define.ts";
import { answerMessages, takeMessages } from "@/lib/server/message_box.ts";

/** What each side says to the other, whole and in order. */
export const handler = define.handlers({
  GET: (ctx) => answerMessages(ctx),
  POST: (ctx) => takeMessages(ctx),
});
