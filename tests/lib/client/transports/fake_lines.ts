import type { Happening } from "@/lib/client/mod.ts";
import { createSignaling, type Signaling } from "@/lib/client/signaling.ts";
import { Interrupted } from "@/lib/client/signaling_error.ts";
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
    const signaling = createSignaling({
      lines,
      post(posting) {
        posted.push(posting);
        return answer();
      },
      now: Date.now,
      random: () => 0,
      onMessage: ({ seq }, call) => heard.push([call, seq]),
      onOver: (error) => over.push(error),
      onTransport: (name) => used.push(name),
      note: (happening) => noted.push(happening),
      abort: abort.signal,
    });
    const answerPost = (next: () => Promise<Receipt>) => answer = next;
    await test({ time, lines, signaling, used, posted, answerPost, noted, heard, over, abort });
    abort.abort();
    await time.runMicrotasks();
    assertEquals(time.next(), false);
  });
}

/** Messages of a call, by their numbers. */
export function news(call: string, ...seqs: number[]): News {
  return { call, messages: seqs.map((seq) => ({ seq, type: "bye" })), next: seqs.at(-1) ?? 0 };
}
