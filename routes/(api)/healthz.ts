import { Refusal } from "@/lib/protocol/mod.ts";
import { define } from "@/lib/server/define.ts";

/** Whether the server can do its work: 200 while its database answers, 503 while it does not. */
export const handler = define.handlers({
  async GET({ state }) {
    await state.store.ping().catch(() => {
      throw new Refusal("unavailable", "Cannot reach the database", { retryAfter: 5 });
    });
    return Response.json({ status: "ok" });
  },
});
