import { define } from "@/lib/server/define.ts";

/** Answers 200 while the database takes writes and the server is not stopping. */
export const handler = define.handlers({
  async GET({ state }) {
    await state.store.probe();
    return Response.json({ status: "ok" });
  },
});
