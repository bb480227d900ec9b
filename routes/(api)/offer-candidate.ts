import { define } from "@/lib/server/define.ts";
import { takeCandidates } from "@/lib/server/rooms.ts";

/** Where the caller puts its ICE candidates. */
export const handler = define.handlers({
  POST: (ctx) => takeCandidates(ctx, "caller"),
});
