import type { Line } from "@/lib/client/transports/transport.ts";
import type { Cursor, News } from "@/lib/protocol/mod.ts";

/** What a line has brought so far. */
export interface Listening {
  /** How often the way was found free. */
  readonly opened: number;
  /** How often the server was asked, and how often it had nothing new. */
  readonly asked: number;
  readonly nothing: number;
  readonly news: readonly News[];
  readonly abort: AbortController;
  /** How it ended. */
  readonly end: Promise<unknown>;
}

/** Listens to a line and keeps what it brings. */
export function listenTo(line: Line, cursor: Cursor = { call: "", after: 0 }): Listening {
  const abort = new AbortController();
  const news: News[] = [];
  let asked = 0;
  let opened = 0;
  let nothing = 0;
  const listener = {
    asked: () => asked++,
    opened: () => opened++,
    heard: (it: News) => news.push(it),
    nothing: () => nothing++,
  };
  const end = line.hear(cursor, listener, abort.signal).catch((error: unknown) => error);
  return {
    news,
    abort,
    end,
    get asked() {
      return asked;
    },
    get nothing() {
      return nothing;
    },
    get opened() {
      return opened;
    },
  };
}
