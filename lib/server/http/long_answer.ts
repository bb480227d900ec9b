import type { ReadContext } from "./answers.ts";

/** From how many characters on an answer counts as long. Most calls have none. */
const LONG = 16_384;

/** How many characters of long answers may be on their way. */
export const MAX_UNSENT = 16_777_216;

/**
 * Answers with text. A long one is a stream in one piece: Deno counts a plain body as sent while HTTP/2 still keeps it
 * for a client that does not read (docs/decisions/unread_answers.md).
 *
 * @throws {Refusal} `overloaded`
 */
export function answerText({ info, state }: ReadContext, text: string, headers: HeadersInit): Response {
  if (text.length < LONG) return new Response(text, { headers });
  state.memory.refuseWhenShort();
  state.longAnswers.hold(text.length, info);
  return new Response(ReadableStream.from([new TextEncoder().encode(text)]), { headers });
}
