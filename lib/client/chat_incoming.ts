import type { ChatMessage, History } from "./chat_history.ts";
import { MAX_MESSAGE_BYTES, MAX_PARTS } from "./chat_parts.ts";

/** Announces a message that is sent as several strings of the channel `chat`. */
export interface LongAnnouncement {
  readonly type: "long";
  /** The number of its first string; a sender's strings count from 1. */
  readonly first: number;
  readonly parts: number;
}

/** Turns the other side's strings into messages. */
export interface Incoming {
  /** How many strings have arrived. */
  readonly received: number;
  take(text: string): void;
  /** Takes what may be a {@linkcode LongAnnouncement}; it is untrusted. */
  announce(message: Record<string, unknown>): void;
}

/** How many long messages may be announced before their parts arrive: as many as a sender holds back. */
const MAX_AHEAD = 64;

/**
 * Joins the parts of long messages. Parts and announcements come over different channels, in any order: a part that
 * comes first is shown as a message of its own, and joined when the announcement arrives. A message whose last parts
 * never arrive says how many are missing.
 */
export function createIncoming(history: History): Incoming {
  /** Announced but incomplete, in order; `id` is the message's, once there is one. */
  const runs: { first: number; parts: number; id?: number; chars: number }[] = [];
  /** The newest strings shown as messages of their own. */
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
      // Longer than any message of toucan: the rest is shown part by part.
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

  // Joins parts that arrived before the announcement.
  function join(first: number, parts: number) {
    const end = first + parts;
    const here = recent.filter(({ ordinal }) => ordinal >= first && ordinal < end);
    const text = here.map((it) => it.text).join("");
    const id = here.at(-1)?.id;
    if (here[0]?.ordinal !== first || id === undefined || text.length > MAX_MESSAGE_BYTES) return;
    const missing = Math.max(0, end - 1 - received);
    // The newest one stays, since pages tell by its ID what is new.
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
