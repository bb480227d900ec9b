import type { Note } from "../journal.ts";
import { backOffMs, sleep } from "../pace.ts";
import { Interrupted, Refused, Unreachable } from "../signaling_error.ts";
import { MAX_ATTEMPTS } from "./http.ts";
import type { Post } from "./posting.ts";
import type { Cursor, Line, News, Posting, Receipt, TransportName } from "./transport.ts";

/** Hears and says over the first line that works. */
export interface Wire {
  /**
   * Hears everything once and in its order, whatever is cut. Only one at a time.
   *
   * @throws {Unreachable}, {@linkcode Refused} where the call is over, and the abort's reason
   */
  hear(call: string, heard: (news: News) => void, abort: AbortSignal): Promise<never>;
  /** From now on only this call is meant, where `hear` took any. */
  follow(call: string): void;
  /** Says something once, whatever is cut. @throws {Unreachable}, {@linkcode Refused}, and the abort's reason */
  say(posting: Omit<Posting, "key">): Promise<Receipt>;
  /** The line in use: it hears, or would. */
  readonly line: Line;
}

export interface WireOptions {
  /** The best one first; never none. */
  lines: readonly Line[];
  post: Post;
  now(): number;
  random(): number;
  onTransport(name: TransportName): void;
  note: Note;
}

/** After how long a cut is no sign of a line that is always cut. */
const HELD_MS = 10_000;

/** How often in a row an open line may be cut soon before the next one is taken. */
const MAX_CUTS = 2;

/** Puts lines in a row, of which each stands in for the one before it. */
export function createWire({ lines, post, now, random, onTransport, note }: WireOptions): Wire {
  let index = 0;
  let cuts = 0;
  let failures = 0;
  let cursor: Cursor = { call: "", after: 0 };
  let followed = "";
  let hearing = false;
  let line = lines[0]!;
  // Another page in the same role must not take the answer to this one's posting for its own.
  const prefix = crypto.getRandomValues(new Uint32Array(3)).join(".");
  let said = 0;

  function take(news: News): News | undefined {
    const isKnown = news.call === cursor.call && news.reset !== true;
    const messages = isKnown ? news.messages.filter(({ seq }) => seq > cursor.after) : news.messages;
    cursor = { call: news.call, after: isKnown ? Math.max(news.next, cursor.after) : news.next };
    return isKnown && messages.length === 0 ? undefined : { ...news, messages };
  }

  /** Hears until the line is cut, and tells for how long it was open; -1 where it never was. */
  async function hearOnce(heard: (news: News) => void, abort: AbortSignal): Promise<number> {
    const astray = new AbortController();
    const stop = () => astray.abort(abort.reason);
    abort.addEventListener("abort", stop, { once: true });
    let openedAt: number | undefined;
    hearing = true;
    try {
      return await line.hear(cursor, {
        asked: () => note({ type: "asked", via: line.name }),
        opened: () => openedAt ??= now(),
        heard(news) {
          if (followed !== "" && news.call !== followed) return astray.abort(new Astray());
          const fresh = take(news);
          if (fresh === undefined) return;
          const { call, messages, reset = false } = fresh;
          note({ type: "heard", via: line.name, call, messages, reset });
          heard(fresh);
        },
        nothing: () => note({ type: "nothing", via: line.name }),
      }, astray.signal);
    } catch (error) {
      abort.throwIfAborted();
      // Asked for its call by name, the server says what has become of it.
      if (error instanceof Astray) return HELD_MS;
      if (!(error instanceof Interrupted)) {
        noteRefusal(error);
        throw error;
      }
      note({ type: "cut", via: line.name, detail: error.message });
      return openedAt === undefined ? -1 : now() - openedAt;
    } finally {
      hearing = false;
      abort.removeEventListener("abort", stop);
    }
  }

  function moveOn() {
    cuts = 0;
    index++;
    // None works: the server is away, which is no line's fault.
    if (index === lines.length) {
      failures++;
      index = 0;
    }
    if (line === lines[index]) return;
    line = lines[index]!;
    note({ type: "transport", via: line.name });
    onTransport(line.name);
  }

  function noteRefusal(error: unknown, id?: number) {
    const by = id === undefined ? {} : { id };
    if (error instanceof Refused) {
      note({
        type: "refused",
        ...by,
        ...(error.code === undefined ? {} : { code: error.code }),
        detail: error.message,
      });
    } else if (error instanceof Unreachable) note({ type: "refused", ...by, detail: error.message });
  }

  async function send(posting: Posting): Promise<Receipt> {
    if (line.say === undefined || !hearing) return await post(posting);
    try {
      return await line.say(posting);
    } catch (error) {
      if (error instanceof Interrupted) return await post(posting);
      throw error;
    }
  }

  return {
    async hear(call, heard, abort) {
      cursor = { call, after: 0 };
      followed = call;
      for (;;) {
        const openMs = await hearOnce(heard, abort);
        if (openMs >= HELD_MS) [cuts, failures] = [0, 0];
        else if (openMs < 0 || ++cuts >= MAX_CUTS) moveOn();
        if (failures >= MAX_ATTEMPTS) {
          const away = new Unreachable();
          noteRefusal(away);
          throw away;
        }
        if (openMs >= 0 && cuts > 0) await sleep(backOffMs(cuts, random), abort);
        else if (index === 0 && failures > 0) await sleep(backOffMs(failures, random), abort);
      }
    },

    follow(call) {
      followed = call;
      if (cursor.call !== call) cursor = { call, after: 0 };
    },

    async say(unnamed) {
      const id = ++said;
      note({ type: "said", via: line.name, id, messages: unnamed.messages });
      try {
        const receipt = await send({ ...unnamed, key: `${prefix}.${id}` });
        note({ type: "taken", id });
        return receipt;
      } catch (error) {
        noteRefusal(error, id);
        throw error;
      }
    },

    get line() {
      return line;
    },
  };
}

class Astray extends Error {}
