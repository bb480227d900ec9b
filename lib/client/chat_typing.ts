/** Who is typing, on either side. */
interface Typing {
  /** The person here is typing. */
  typed(): void;
  /** The person here has sent the message. */
  sent(): void;
  /** The other side says that it is typing. */
  heard(): void;
  /** The other side's message has arrived. */
  arrived(): void;
}

/** The shortest time between two signals that someone is typing. */
const EVERY_MS = 3_000;

/** How long after its last signal the other side counts as typing. */
const SILENCE_MS = 6_000;

/** Creates the state in which no one is typing. */
export function createTyping({ say, onTyping, abort }: {
  /** Tells the other side that the person here is typing. */
  say(): void;
  /** The other side begins or stops typing. */
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
