/** Tells the other side that this one types, and knows whether that one does. */
export interface Typing {
  /** The person here types. */
  typed(): void;
  /** The person here has sent what was typed. */
  sent(): void;
  /** The other side says that its person types. */
  heard(): void;
  /** The other side's message is there. */
  arrived(): void;
}

/** How often the other side is told, at most. */
const EVERY_MS = 3_000;

/** How long somebody is taken to type who says nothing more. */
const SILENCE_MS = 6_000;

/** Nobody types at first. */
export function createTyping({ say, onTyping, abort }: {
  /** Tells the other side that the person here types. */
  say(): void;
  /** The other side begins, or ends. */
  onTyping(types: boolean): void;
  abort: AbortSignal;
}): Typing {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  abort.addEventListener("abort", () => {
    rest();
    arrived();
  }, { once: true });

  function rest() {
    clearTimeout(resting);
    resting = undefined;
  }

  function typed() {
    if (resting !== undefined || abort.aborted) return;
    resting = setTimeout(rest, EVERY_MS);
    say();
  }

  function heard() {
    if (abort.aborted) return;
    if (silence === undefined) onTyping(true);
    clearTimeout(silence);
    silence = setTimeout(arrived, SILENCE_MS);
  }

  function arrived() {
    if (silence === undefined) return;
    clearTimeout(silence);
    silence = undefined;
    onTyping(false);
  }

  return { typed, sent: rest, heard, arrived };
}
