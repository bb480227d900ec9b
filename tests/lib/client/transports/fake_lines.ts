import type { Happening } from "@/lib/client/mod.ts";
import { createSignaling, type ServerState, type Signaling } from "@/lib/client/signaling.ts";
import { Interrupted, type Outage } from "@/lib/client/signaling_error.ts";
import type { Line, Listener, TransportName } from "@/lib/client/transports/transport.ts";
import type { Cursor, News, Posting, Receipt } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";

export const CUT = new Interrupted("Cut");
export const RECEIPT: Receipt = { call: `"o"`, ttlMs: 1_000 };

/** A line whose server is the test; the one named "websocket" can also say something. */
export class FakeLine implements Line {
  readonly hearings: { cursor: Cursor; listener: Listener; end: (error: unknown) => void }[] = [];
  readonly said: Posting[] = [];
  /** Ends as soon as it begins to hear. */
  fails = false;
  /** Takes nothing that is said. */
  refuses: Error | undefined;
  readonly say?: (posting: Posting) => Promise<Receipt>;

  constructor(readonly name: TransportName) {
    if (name !== "websocket") return;
    this.say = (posting) => {
      this.said.push(posting);
      return this.refuses === undefined ? Promise.resolve(RECEIPT) : Promise.reject(this.refuses);
    };
  }

  hear(cursor: Cursor, listener: Listener, abort: AbortSignal): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    this.hearings.push({ cursor, listener, end: reject });
    abort.addEventListener("abort", () => reject(abort.reason));
    if (this.fails) reject(CUT);
    return promise;
  }

  get cursor() {
    return this.hearings.at(-1)!.cursor;
  }

  get listener() {
    return this.hearings.at(-1)!.listener;
  }

  end(error: unknown) {
    this.hearings.at(-1)!.end(error);
  }
}

/** Signaling over fake lines, and what came of it. */
export interface World {
  time: FakeTime;
  /** The first one can say something. */
  lines: FakeLine[];
  signaling: Signaling;
  /** The transports used after the first. */
  used: TransportName[];
  /** What was sent by `POST`; it takes everything unless a test says otherwise. */
  posted: Posting[];
  answerPost(answer: () => Promise<Receipt>): void;
  /** Says that an attempt of the latest posting has failed. */
  retryPost(outage: Outage): void;
  /** How often the server was checked; it is there unless a test says otherwise. */
  readonly checks: number;
  answerCheck(outage: Outage | undefined): void;
  /** What was told of the server. */
  servers: ServerState[];
  noted: Happening[];
  /** The call and the number of each message. */
  heard: [call: string, seq: number][];
  /** How hearing has ended. */
  over: unknown[];
  abort: AbortController;
}

/** Runs a test at a standing clock; no timer may be left after the abort. */
export function testSignaling(name: string, test: (world: World) => Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime();
    const lines = (["websocket", "event-stream", "long-poll"] as const).map((name) => new FakeLine(name));
    const [used, posted, noted, heard, over]: [TransportName[], Posting[], Happening[], World["heard"], unknown[]] = [
      [],
      [],
      [],
      [],
      [],
    ];
    const abort = new AbortController();
    let answer = () => Promise.resolve(RECEIPT);
    let retry = (_: Outage) => {};
    let outage: Outage | undefined;
    let checks = 0;
    const servers: ServerState[] = [];
    const signaling = createSignaling({
      lines,
      check() {
        checks++;
        return Promise.resolve(outage);
      },
      post(posting, onRetry = () => {}) {
        posted.push(posting);
        retry = onRetry;
        return answer();
      },
      now: Date.now,
      random: () => 0,
      onMessage: ({ seq }, call) => heard.push([call, seq]),
      onOver: (error) => over.push(error),
      onTransport: (name) => used.push(name),
      onServer: (state) => state !== (servers.at(-1) ?? "ok") && servers.push(state),
      note: (happening) => noted.push(happening),
      abort: abort.signal,
    });
    const answerPost = (next: () => Promise<Receipt>) => answer = next;
    await test({
      time,
      lines,
      signaling,
      used,
      posted,
      answerPost,
      noted,
      heard,
      over,
      abort,
      servers,
      retryPost: (outage) => retry(outage),
      answerCheck: (next) => outage = next,
      get checks() {
        return checks;
      },
    });
    abort.abort();
    await time.runMicrotasks();
    assertEquals(time.next(), false);
  });
}

/** Messages of a call, by their numbers. */
export function news(call: string, ...seqs: number[]): News {
  return { call, messages: seqs.map((seq) => ({ seq, type: "bye" })), next: seqs.at(-1) ?? 0 };
}
