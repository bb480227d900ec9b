import { parseReceipt, type Posting, type Receipt, type Side } from "../../protocol/mod.ts";
import type { Http } from "./http.ts";

/** How long the server may take to respond. */
const TIMEOUT_MS = 10_000;

/** Sends messages by `POST`. @throws {Unreachable}, {@linkcode Refused}, or the abort's reason */
export type Post = (posting: Posting) => Promise<Receipt>;

/** Creates the `POST` of a side. */
export function createPost({ http, role, now }: { http: Http; role: Side; now(): number }): Post {
  return async ({ messages, call, key }) => {
    const { body, headers } = await http.persist({
      method: "POST",
      path: `/messages?from=${role}`,
      headers: { "idempotency-key": key, ...(call === "" ? {} : { "if-match": call }) },
      body: messages,
      timeoutMs: TIMEOUT_MS,
    });
    const date = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(date) ? parseReceipt(body, now(), false) : parseReceipt(body, date, true);
  };
}
