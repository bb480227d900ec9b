import type { NumberedMessage } from "../protocol/mod.ts";
import type { News, Wire } from "./transports/mod.ts";

/** All that the other side has said so far in the call that is heard. */
export interface Heard {
  /** The call's ETag; `""` while nothing is heard. */
  readonly call: string;
  readonly messages: readonly NumberedMessage[];
}

/** What the other side says, kept until it is asked for. */
export interface Inbox {
  /** Hears this call, or with `""` whichever there is. */
  listen(call: string): void;
  /**
   * What `pick` finds in what was heard, as soon as it finds something.
   *
   * @throws {Unreachable}, {@linkcode Refused} where the call is over, and the abort's reason
   */
  find<T>(pick: (heard: Heard) => T | undefined): Promise<T>;
}

const NOTHING: Heard = { call: "", messages: [] };

/** Makes an inbox that hears nothing yet. */
export function createInbox({ wire, abort }: { wire: Pick<Wire, "hear" | "follow">; abort: AbortSignal }): Inbox {
  const waiting = new Set<{ look(): void; fail(error: unknown): void }>();
  let heard = NOTHING;
  let listening: { call: string; stop: AbortController } | undefined;

  function hear({ call, messages, reset }: News) {
    const isNext = call === heard.call && reset !== true;
    heard = { call, messages: isNext ? [...heard.messages, ...messages] : messages };
    waiting.forEach(({ look }) => look());
  }

  abort.addEventListener("abort", () => {
    listening?.stop.abort(abort.reason);
    waiting.forEach(({ fail }) => fail(abort.reason));
  }, { once: true });

  return {
    listen(call) {
      if (listening?.call === call || abort.aborted) return;
      if (listening?.call === "") {
        listening = { ...listening, call };
        return wire.follow(call);
      }
      listening?.stop.abort();
      heard = NOTHING;
      const stop = new AbortController();
      listening = { call, stop };
      wire.hear(call, hear, stop.signal).catch((error) => {
        if (stop.signal.aborted) return;
        listening = undefined;
        waiting.forEach(({ fail }) => fail(error));
      });
    },

    find(pick) {
      const { promise, resolve, reject } = Promise.withResolvers<NonNullable<ReturnType<typeof pick>>>();
      const waiter = {
        look() {
          const found = pick(heard);
          if (found !== undefined && found !== null) settle(() => resolve(found));
        },
        fail: (error: unknown) => settle(() => reject(error)),
      };
      const settle = (act: () => void) => {
        waiting.delete(waiter);
        act();
      };
      waiting.add(waiter);
      if (abort.aborted) waiter.fail(abort.reason);
      else waiter.look();
      return promise;
    },
  };
}
