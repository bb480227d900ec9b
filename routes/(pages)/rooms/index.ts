import { HttpError } from "fresh";
import { STATUS_CODE } from "@std/http/status";
import { define } from "@/lib/server/define.ts";
import { wantsPage } from "@/lib/server/http/router.ts";
import { localHref } from "@/words/languages.ts";

/** Takes people to where rooms are made. There is no list of rooms, for people or for programs. */
export const handler = define.handlers({
  GET(ctx) {
    if (!wantsPage(ctx.req)) throw new HttpError(STATUS_CODE.NotFound);
    const { language, languageChosen } = ctx.state;
    return ctx.redirect(localHref("/#own-room", language, languageChosen), STATUS_CODE.SeeOther);
  },
});
