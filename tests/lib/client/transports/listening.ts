import type { Cursor, Line, News } from "@/lib/client/transports/transport.ts";

/** What a line has brought so far. */
export interface Listening {
  /** How often the way was found free. */
  readonly opened: number;
  readonly news: readonly News[];
  readonly abort: AbortController;
  /** How it ended. */
  readonly end: Promise<unknown>;
}

/** Listens to a line and keeps what it brings. */
export function listenTo(line: Line, cursor: Cursor = { call: "", after: 0 }): Listening {
  const abort = new AbortController();
  const news: News[] = [];
  let opened = 0;
  const end = line.hear(cursor, { opened: () => opened++, heard: (it) => news.push(it) }, abort.signal)
    .catch((error: unknown) => error);
  return {
    news,
    abort,
    end,
    get opened() {
      return opened;
    },
  };
}
