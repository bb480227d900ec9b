import {
  type Cursor as MessageCursor,
  type News,
  type NumberedMessage,
  Refusal,
  type Side,
  SIDES,
} from "../../protocol/mod.ts";
import { type Call, nameOf } from "../call/call.ts";
import { messagesOf } from "../call/messages.ts";
import type { Reader } from "../store/reader.ts";

/** Where a reader is. */
export interface Cursor extends MessageCursor {
  /** The reader wants this call and no other: it learns how the call ended, rather than hear the next one. */
  readonly isBound: boolean;
}

/** What one side has to read, from where it has come to. */
export interface Inbox {
  /**
   * Waits up to `waitMs` for news: all there is, or one piece of it, after which the next read goes on.
   *
   * @throws {Refusal} 410 `call-ended`, `expired` or `offer-replaced`
   */
  read(waitMs: number, abort: () => AbortSignal, share?: "all" | "piece"): Promise<News>;
  /** What to read from now on to hear one call and no other: this inbox where it reads that call, else one from its start. */
  bind(call: string): Inbox;
}

/** Opens what was said to a side, as a reader of its room reads it. */
export function openInbox(reader: Pick<Reader, "readWhen">, to: Side, start: Cursor): Inbox {
  const from = SIDES[to].other;
  let { call: name, after, isBound } = start;

  /** The first call that the inbox sees is the one it reads. */
  function saw(call: Call) {
    name ||= nameOf(call);
  }

  /** Whether the client holds more than there is, or messages of another call. */
  function isAhead(call: Call, all: readonly NumberedMessage[]): boolean {
    return nameOf(call) !== name || (name !== "" && after > all.length);
  }

  function isNew(call: Call): boolean {
    const all = messagesOf(call[from]);
    return all.length > after || isAhead(call, all);
  }

  const inbox: Inbox = {
    async read(waitMs, abort, share = "all") {
      const call = await reader.readWhen({ saw, isNew, waitMs, abort });
      saw(call);
      const found = nameOf(call);
      if (found !== name && (isBound || found === "")) throw endOf(call, name);
      const all = messagesOf(call[from]);
      const rest: News = isAhead(call, all)
        ? { messages: all, next: all.length, call: found, reset: true }
        : { messages: all.slice(after), next: Math.max(after, all.length), call: found };
      const news = share === "all" ? rest : firstPiece(rest);
      name = news.call;
      after = news.next;
      return news;
    },
    bind(call) {
      if (call !== name) return openInbox(reader, to, { call, after: 0, isBound: true });
      isBound = true;
      return inbox;
    },
  };
  return inbox;
}

/** A piece has so many characters and one message more; so few messages are not worth measuring. */
const PIECE_CHARS = 32_768;
const FEW = 8;

function firstPiece(news: News): News {
  if (news.messages.length <= FEW) return news;
  let size = 0;
  const end = news.messages.findIndex((message) => (size += JSON.stringify(message).length) > PIECE_CHARS) + 1;
  if (end === 0) return news;
  const messages = news.messages.slice(0, end);
  return { ...news, messages, next: messages.at(-1)!.seq };
}

const GONE = { status: 410 } as const;

function endOf(call: Call, name: string): Refusal {
  if (nameOf(call) !== "") {
    return new Refusal("offer-replaced", "Cannot read on: another offer has taken this one's place", GONE);
  }
  return call.expired === name
    ? new Refusal("expired", "Cannot read on: nobody has written for too long")
    : new Refusal("call-ended", "Cannot read on: somebody hung up, or the call expired long ago");
}
