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
import type { Reader } from "../store/waiting.ts";

/** Where a reader resumes. */
export interface Cursor extends MessageCursor {
  /** Whether the reader wants only this call: it gets a refusal when the call ends, rather than the next call. */
  readonly isBound: boolean;
}

/** The messages to one side, and how many of them it has read. */
export interface Inbox {
  /**
   * Waits up to `waitMs` for messages. Returns all of them, or with `piece` a bounded share.
   *
   * @throws {Refusal} 410 `call-ended`, `expired` or `offer-replaced`
   */
  read(waitMs: number, abort: () => AbortSignal, share?: "all" | "piece"): Promise<News>;
  /** Returns an inbox bound to `call`: this one if it reads that call, otherwise one that starts at its first message. */
  bind(call: string): Inbox;
}

/** A piece ends with the message that exceeds this. */
const PIECE_CHARS = 32_768;

/** Up to this number, messages are one piece without measuring them. */
const FEW = 8;

const GONE = { status: 410 } as const;

/** Opens the inbox of a side, which reads its room through `reader`. */
export function openInbox(reader: Pick<Reader, "readWhen">, to: Side, start: Cursor): Inbox {
  const from = SIDES[to].other;
  let { call: name, after, isBound } = start;

  /** Without a name, the inbox reads the first call that it sees. */
  function saw(call: Call) {
    name ||= nameOf(call);
  }

  /** Whether the client has read another call, or more messages than there are. */
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

function firstPiece(news: News): News {
  if (news.messages.length <= FEW) return news;
  let size = 0;
  const end = news.messages.findIndex((message) => (size += JSON.stringify(message).length) > PIECE_CHARS) + 1;
  if (end === 0) return news;
  const messages = news.messages.slice(0, end);
  return { ...news, messages, next: messages.at(-1)!.seq };
}

function endOf(call: Call, name: string): Refusal {
  if (nameOf(call) !== "") {
    return new Refusal("offer-replaced", "Cannot continue: another offer has replaced this one", GONE);
  }
  return call.expired === name
    ? new Refusal("expired", "Cannot continue: the call has expired")
    : new Refusal("call-ended", "Cannot continue: someone hung up, or the call expired long ago");
}
