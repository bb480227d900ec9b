import { parsePreferWait, Refusal } from "../../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { readHeader } from "./headers.ts";

/** How long a request may wait, in milliseconds, which the answer will say; 0 where it does not ask to. @throws {Refusal} `header-too-long` */
export function grantWait({ req, state }: ReadContext): number {
  const seconds = parsePreferWait(readHeader(req, "Prefer"));
  if (seconds === undefined) return 0;
  state.waitApplied = Math.min(seconds, state.config.maxWaitMs / 1000);
  return state.waitApplied * 1000;
}

/** `?after=`: how much of `what` a reader has already. @throws {Refusal} `invalid-query` */
export function parseAfter({ url }: ReadContext, what: string): number {
  const after = url.searchParams.get("after") ?? "0";
  if (/^\d+$/.test(after)) return Number(after);
  throw new Refusal("invalid-query", `Cannot read ${what}: \`after\` is a whole number from 0`);
}
