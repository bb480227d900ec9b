import { Refusal } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";

/** From how many characters on a response counts as long. Most calls have none. */
const LONG = 16_384;

/** How many characters of long responses may be unsent. */
export const MAX_UNSENT = 16_777_216;

/** Bounds what is kept of responses that their clients don't take. */
export interface Unsent {
  /** Counts a response until the last of it is sent or its client is gone. @throws {Refusal} `overloaded` */
  hold(size: number, info: Deno.ServeHandlerInfo | undefined): void;
}

/** Counts up to `limit`. */
export function createUnsent(limit: number): Unsent {
  let held = 0;
  return {
    hold(size, info) {
      if (held + size > limit) {
        throw new Refusal("overloaded", "Cannot answer this now: too many clients do not take what they asked for", {
          retryAfter: 1,
        });
      }
      // Without a connection there is nobody who could leave it lying.
      if (info === undefined) return;
      held += size;
      const release = () => held -= size;
      info.completed.then(release, release);
    },
  };
}

/**
 * Makes a response of text. A long one is a stream of one piece: Deno takes a plain body for sent while HTTP/2 still
 * keeps it for a client that doesn't read (docs/decisions/unread_answers.md).
 *
 * @throws {Refusal} `overloaded`
 */
export function textResponse({ info, state }: ApiContext, text: string, headers: HeadersInit): Response {
  if (text.length < LONG) return new Response(text, { headers });
  state.memory.refuseWhenShort();
  state.unsent.hold(text.length, info);
  return new Response(ReadableStream.from([new TextEncoder().encode(text)]), { headers });
}
