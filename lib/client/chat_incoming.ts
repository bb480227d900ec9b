import type { ChatMessage, History } from "./chat_history.ts";
import { MAX_MESSAGE_BYTES, MAX_PARTS } from "./chat_parts.ts";

/** What the other side says about a message that travels as several strings of the channel `chat`. */
export interface LongAnnouncement {
  readonly type: "long";
  /** Which string it begins with, of those that its sender sent; they count from 1. */
  readonly first: number;
  readonly parts: number;
}

/** The other side's strings on their way to be messages. */
export interface Incoming {
  /** How many strings have come. */
  readonly received: number;
  take(text: string): void;
  /** Takes what may be a {@linkcode LongAnnouncement}: untrusted. */
  announce(message: Record<string, unknown>): void;
}

/** How many long messages may be announced ahead of their parts: as many as a sender lets wait. */
const MAX_AHEAD = 64;

/**
 * Joins the parts of long messages. Parts and announcements take different channels, which don't wait for each other: a
 * part that comes first is shown as a message of its own, and joined when the announcement comes. A part that never
 * comes leaves a message that says so.
 */
export function createIncoming(history: History): Incoming {
  /** Announced and not complete, in the order of their strings; `id` is that of the message, once there is one. */
  const runs: { first: number; parts: number; id?: number; chars: number }[] = [];
  /** The newest strings that became messages of their own. */
  const recent: { ordinal: number; id: number; text: string }[] = [];
  let received = 0;
  let announced = 0;

  function take(text: string) {
    const ordinal = ++received;
    const run = runs[0];
    if (run === undefined || ordinal < run.first) return void add(ordinal, text);
    if (ordinal === run.first + run.parts - 1) runs.shift();
    const missing = run.first + run.parts - 1 - ordinal;
    if (run.id === undefined) {
      run.id = history.add({ from: "them", text, ...(missing > 0 ? { missing } : {}) });
      run.chars = text.length;
    } else if (run.chars + text.length <= MAX_MESSAGE_BYTES) {
      run.chars += text.length;
      history.replace([run.id], (message) => ({ ...grown(message, missing), text: message.text + text }));
    } else {
      // More than any toucan sends: the rest comes as it is.
      if (missing > 0) runs.shift();
      history.replace([run.id], (message) => grown(message, 0));
      add(ordinal, text);
    }
  }

  function add(ordinal: number, text: string) {
    recent.push({ ordinal, id: history.add({ from: "them", text }), text });
    if (recent.length > MAX_PARTS) recent.shift();
  }

  function announce({ first, parts }: Record<string, unknown>) {
    if (!isCount(first) || !isCount(parts) || parts < 2 || parts > MAX_PARTS) return;
    // Each string belongs to one message.
    if (first <= announced || runs.length >= MAX_AHEAD) return;
    announced = first + parts - 1;
    if (first > received) runs.push({ first, parts, chars: 0 });
    else join(first, parts);
  }

  // Some parts were here before the announcement.
  function join(first: number, parts: number) {
    const end = first + parts;
    const here = recent.filter(({ ordinal }) => ordinal >= first && ordinal < end);
    const text = here.map((it) => it.text).join("");
    const id = here.at(-1)?.id;
    if (here[0]?.ordinal !== first || id === undefined || text.length > MAX_MESSAGE_BYTES) return;
    const missing = Math.max(0, end - 1 - received);
    // The newest stays: a page tells by its id what is new.
    if (here.length > 1) history.remove(here.slice(0, -1).map((it) => it.id));
    history.replace([id], (message) => ({ ...grown(message, missing), text }));
    if (missing > 0) runs.unshift({ first, parts, id, chars: text.length });
  }

  return {
    get received() {
      return received;
    },
    take,
    announce,
  };
}

function grown({ missing: _, ...message }: ChatMessage, missing: number): ChatMessage {
  return missing > 0 ? { ...message, missing } : message;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
