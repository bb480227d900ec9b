import { define } from "@/lib/server/define.ts";
import { postAnswer, readAnswer } from "@/lib/server/http/descriptions.ts";

/** The callee's session description. */
export const handler = define.handlers({ GET: readAnswer, POST: postAnswer });
