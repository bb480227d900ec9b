import { refusalCodeOf } from "../protocol/mod.ts";
import { backOffMs, retryAfterMs, sleep } from "./pace.ts";
import { Interrupted, Unreachable } from "./signaling_error.ts";
import { isOutage, MAX_ATTEMPTS, type Reply, requireSuccess, type Transport } from "./transport.ts";

/** `"long"`: the server holds a request until there is something new. `"short"`: it is asked once a second. */
export type Polling = "long" | "short";

/** What to ask for, again and again. */
export interface Question<T> {
  path: string;
  headers?: () => Record<string, string>;
  /** Reads an answer; `undefined` where it holds nothing new. */
  read(reply: Reply): T | undefined;
  /** Is told of an answer that says there is nothing yet. */
  nothing?(reply: Reply): undefined;
}

/** Asks until there is something new. */
export interface Poller {
  /** @throws {Unreachable}, {@linkcode Refused}, and the abort's reason */
  poll<T>(question: Question<T>): Promise<T>;
}

/** How long the server is asked to hold a request, in seconds: under the minute after which proxies cut it. */
const WAIT_S = 25;

/** How much later than asked for an answer may come. */
const GRACE_MS = 10_000;

/** How often to ask at most when nothing is new. */
const SHORT_POLL_MS = 1_000;

/** After how many short polls to try a long one again. */
const SHORT_POLLS = 60;

/** Makes a poller that learns whether long requests survive the way to the server. */
export function createPoller({ transport, abort, random, now, onPolling }: {
  transport: Transport;
  abort: AbortSignal;
  random(): number;
  now(): number;
  onPolling(polling: Polling): void;
}): Poller {
  let polling: Polling = "long";
  let cut = 0;
  let shortPolls = 0;

  async function poll<T>({ path, headers, read, nothing }: Question<T>): Promise<T> {
    for (let failures = 0;;) {
      const waits = polling === "long" || ++shortPolls % SHORT_POLLS === 0;
      const startedAt = now();
      const reply = await ask(path, headers?.() ?? {}, waits);
      const tookMs = now() - startedAt;
      if (reply === undefined || isOutage(reply)) {
        if (++failures >= MAX_ATTEMPTS) throw new Unreachable();
        if (waits) noteWait(fateOf(reply));
        await sleep(Math.max(backOffMs(failures, random), retryAfterMs(reply)), abort);
        continue;
      }
      failures = 0;
      const news = isNothingYet(reply) ? nothing?.(reply) : read(requireSuccess(reply));
      if (waits) noteWait(news !== undefined || wasHeld(reply, tookMs) ? "held" : "cut");
      if (news !== undefined) return news;
      // Also where a server ends waits at once, as one that shuts down does: never in a circle without a pause.
      const pauseMs = SHORT_POLL_MS - (polling === "long" ? tookMs : 0);
      if (pauseMs > 0) await sleep(pauseMs, abort);
    }
  }

  async function ask(path: string, headers: Record<string, string>, waits: boolean): Promise<Reply | undefined> {
    const wait = waits ? { prefer: `wait=${WAIT_S}` } : {};
    const timeoutMs = GRACE_MS + (waits ? WAIT_S * 1000 : 0);
    try {
      return await transport.once({ method: "GET", path, headers: { ...headers, ...wait }, timeoutMs });
    } catch (error) {
      if (error instanceof Interrupted) return undefined;
      throw error;
    }
  }

  function noteWait(fate: "held" | "cut" | "refused" | "unknown") {
    if (fate === "unknown") return;
    cut = fate === "held" ? 0 : cut + 1;
    const next: Polling = fate === "refused" || cut >= 2 ? "short" : cut === 0 ? "long" : polling;
    if (next === polling) return;
    polling = next;
    shortPolls = 0;
    onPolling(polling);
  }

  return { poll };
}

function fateOf(reply: Reply | undefined) {
  if (reply === undefined || reply.status === 502 || reply.status === 504) return "cut";
  return refusalCodeOf(reply.body) === "too-many-waiting" ? "refused" : "unknown";
}

function isNothingYet({ status, body }: Reply): boolean {
  const code = refusalCodeOf(body);
  return status === 304 || (status === 404 && (code === "no-offer" || code === "no-answer"));
}

function wasHeld({ headers }: Reply, tookMs: number): boolean {
  return headers.has("preference-applied") || tookMs >= WAIT_S * 500;
}
