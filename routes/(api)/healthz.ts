import { define } from "@/lib/server/define.ts";

/** Answers as long as the process is alive. */
export const handler = define.handlers({
  GET: () => Response.json({ status: "ok" }),
});
