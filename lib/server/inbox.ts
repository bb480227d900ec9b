import { type NumberedMessage, Refusal, type Side } from "../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { type Call, expiryOf, nameOf } from "./call.ts";
import { messagesOf } from "./messages.ts";

/** How far a reader has come. */
export interface Cursor {
  /** The call it reads; `""` where it takes whichever there is. */
  readonly call: string;
  /** The number of the last message it has. */
  readonly after: number;
}

/** What is new for a reader. */
export interface News {
  readonly messages: readonly NumberedMessage[];
  /** The cursor to go on with. */
  readonly next: number;
  /** The call they belong to; `""` where there is none. */
  readonly call: string;
  /** The reader's cursor meant nothing here: this is all there is, from the first message. */
  readonly reset?: true;
}

/** What one side has to read, and how far it has come. */
export interface Inbox {
  /** Waits up to `waitMs` for news. @throws {Refusal} 410 `call-ended`, `expired` or `offer-replaced`, `too-many-waiting` */
  read(waitMs: number, abort: AbortSignal): Promise<News>;
  readonly cursor: Cursor;
}

/** Opens what was said to a side. A reader that named its call is told how that ended; another one gets the next. */
export function openInbox({ state: { store, room, clock } }: ReadContext, to: Side, start: Cursor): Inbox {
  const from = to === "caller" ? "callee" : "caller";
  const strict = start.call !== "";
  let cursor = start;
  let expiresAt = Infinity;

  function look(call: Call): News | undefined {
    const name = nameOf(call);
    if (cursor.call !== "" && name !== cursor.call && (strict || name === "")) throw endOf(name);
    if (name !== "") expiresAt = expiryOf(call);
    const all = messagesOf(call[from]);
    const isOther = cursor.after > all.length || (cursor.call !== "" && name !== cursor.call);
    const after = isOther ? 0 : cursor.after;
    if (name !== "" && (cursor.call === "" || isOther)) cursor = { call: name, after };
    if (all.length === after) return undefined;
    return { messages: all.slice(after), next: all.length, call: name, ...(isOther ? { reset: true } : {}) };
  }

  function endOf(name: string): Refusal {
    if (name !== "") {
      return new Refusal("offer-replaced", "Cannot read on: another offer has taken this one's place", GONE);
    }
    return clock.now() >= expiresAt
      ? new Refusal("expired", "Cannot read on: nobody has written for too long", GONE)
      : new Refusal("call-ended", "Cannot read on: somebody hung up, or the call has expired", GONE);
  }

  return {
    async read(waitMs, abort) {
      const call = await store.readWhen(room, { isNew: (call) => look(call) !== undefined, waitMs, abort });
      const news = look(call) ?? { messages: [], next: cursor.after, call: nameOf(call) };
      cursor = { call: cursor.call, after: news.next };
      return news;
    },
    get cursor() {
      return cursor;
    },
  };
}

const GONE = { status: 410 } as const;
