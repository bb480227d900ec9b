import type { Side } from "../../protocol/mod.ts";
import type { Http } from "./http.ts";
import { parseReceipt, type Posting, type Receipt } from "./transport.ts";

/** How long the server may take for an answer it doesn't wait with. */
const TIMEOUT_MS = 10_000;

/** Says something by `POST`. @throws {Unreachable}, {@linkcode Refused}, and the abort's reason */
export type Post = (posting: Posting) => Promise<Receipt>;

/** Makes what says things for a side by `POST`. */
export function createPost({ http, role, now }: { http: Http; role: Side; now(): number }): Post {
  return async ({ messages, call, key }) => {
    const { body, headers } = await http.persist({
      method: "POST",
      path: `/messages?from=${role}`,
      headers: { "idempotency-key": key, ...(call === "" ? {} : { "if-match": call }) },
      body: messages,
      timeoutMs: TIMEOUT_MS,
    });
    // By the server's clock where it says what time it is: this machine's may be wrong by hours.
    const date = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(date) ? parseReceipt(body, now(), false) : parseReceipt(body, date, true);
  };
}
