import { addressOf, type News, parseNews, type Side } from "../../protocol/mod.ts";
import { retryAfterMs, sleep } from "../pace.ts";
import { Interrupted } from "../signaling_error.ts";
import { createHttp, type Reply } from "./http.ts";
import { failureOf, type Line } from "./transport.ts";

/** How long the server may hold a request, in seconds: less than the minute after which proxies cut it. */
const WAIT_S = 25;

/** How much later than that a response may come. */
const GRACE_MS = 10_000;

/** The shortest time between two requests when nothing is new. */
const PAUSE_MS = 1_000;

/** How long to let ICE try what has come before asking for more: after a description, and after what follows it. */
const HEAD_START_MS = { description: 50, rest: 200 };

/**
 * Creates a line that asks again and again: `"long-poll"` lets the server hold each request until there is something
 * new, `"short-poll"` asks once a second.
 */
export function createPollLine(
  { name, base, role, fetch, random, now }: {
    name: "long-poll" | "short-poll";
    base: string;
    role: Side;
    fetch: typeof globalThis.fetch;
    random(): number;
    now(): number;
  },
): Line {
  const waits = name === "long-poll";
  const headers: Record<string, string> = waits ? { prefer: `wait=${WAIT_S}` } : {};
  const timeoutMs = GRACE_MS + (waits ? WAIT_S * 1000 : 0);

  return {
    name,

    async hear(cursor, { asked, opened, heard, nothing }, abort) {
      const http = createHttp({ base, fetch, random, abort });
      for (let { call, after } = cursor;;) {
        const startedAt = now();
        asked();
        const reply = await http.once({ method: "GET", path: addressOf(role, { call, after }), headers, timeoutMs });
        abort.throwIfAborted();
        const news = reply.status === 200 ? parseNews(reply.body) : undefined;
        if (news === undefined) await refuse(reply, abort);
        else {
          opened();
          // An empty room has no call to ask for.
          if (news.call !== "") [call, after] = [news.call, news.next];
          if (news.messages.length > 0 || news.reset) heard(news);
          else nothing();
          const tookMs = now() - startedAt;
          if (waits && !isHeld(reply, news, tookMs)) throw new Interrupted("The server does not wait");
          await sleep(pauseMs(news, waits ? tookMs : 0), abort);
        }
      }
    },
  };
}

async function refuse(reply: Reply, abort: AbortSignal): Promise<never> {
  const laterMs = retryAfterMs(reply);
  if (laterMs > 0) await sleep(laterMs, abort);
  throw failureOf(reply.body);
}

function isHeld({ headers }: Reply, { messages }: News, tookMs: number): boolean {
  return messages.length > 0 || headers.has("preference-applied") || tookMs >= WAIT_S * 500;
}

// Pauses also if the server ends waits at once, as it does when it shuts down.
function pauseMs({ messages }: News, tookMs: number): number {
  if (messages.length === 0) return Math.max(PAUSE_MS - tookMs, 0);
  return messages.some(({ seq }) => seq === 1) ? HEAD_START_MS.description : HEAD_START_MS.rest;
}
