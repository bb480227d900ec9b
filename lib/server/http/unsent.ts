import { Refusal } from "../../protocol/mod.ts";

/** Bounds what is kept of answers that their clients have not taken. */
export interface Unsent {
  /** Counts an answer until the last of it is sent or its client is gone. @throws {Refusal} `overloaded` */
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
