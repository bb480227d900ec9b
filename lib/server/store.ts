import {
  type IceCandidate,
  type Limits,
  type Message,
  Refusal,
  type RoomName,
  type SessionDescription,
  type Side,
} from "../protocol/mod.ts";
import { answer, assembleCall, type Call, hangUp, nameOf, offer, trickle } from "./call.ts";
import type { Clock } from "./clock.ts";
import { createGather } from "./gather.ts";
import type { Receipt, StoredDescription } from "./mailbox.ts";
import { heardIn, say } from "./messages.ts";
import { createRowCache } from "./row_cache.ts";
import { keys } from "./rows.ts";
import { createWaitingRoom, watchKv } from "./waiting.ts";
import { createWriter } from "./writer.ts";

/** What a read that waits is told by and ended by. */
export interface WaitOptions {
  /** Whether the call holds what the reader is after. */
  isNew(call: Call): boolean;
  waitMs: number;
  /** Tells that the client went away. Asked for where it comes to waiting: a request that has no signal yet makes one. */
  abort(): AbortSignal;
}

export interface StoreOptions {
  kv: Deno.Kv;
  clock: Clock;
  /** How long a call lives from its last write, in milliseconds. */
  ttlMs: number;
  limits: Limits;
  /** How many reads may wait at once. */
  maxWaiting: number;
  /** Whether other processes write to this database through a server, which then reports their writes. */
  remote?: boolean;
}

/** The calls of all rooms; the only thing that talks to Deno KV. Closing it ends every wait. */
export type Store = ReturnType<typeof createStore>;

/** How often those who wait look again for what another process wrote to the same file. */
const LOOK_AGAIN_MS = 500;

/** How many rooms a process remembers, those that it wrote last. */
const CACHED_ROOMS = 1_000;

/** Keeps calls in Deno KV. */
export function createStore({ kv, clock, ttlMs, limits, maxWaiting, remote = false }: StoreOptions) {
  const lanes = remote ? 8 : 1;
  const waiting = createWaitingRoom({
    clock,
    lookAgainMs: remote ? 10 * LOOK_AGAIN_MS : LOOK_AGAIN_MS,
    ...(remote ? { watch: watchKv(kv, (room) => [keys.mailbox(room, "caller"), keys.mailbox(room, "callee")]) } : {}),
  });
  const cache = createRowCache({ kv, clock, max: CACHED_ROOMS });
  const write = createWriter({ kv, clock, cache, ttlMs, lanes, written: (rooms) => waiting.wake(rooms) });
  let closed = false;

  const read = createGather<RoomName, Call>(lanes, async (jobs) => {
    const rows = await cache.readNow(jobs.map(({ item }) => item));
    const now = clock.now();
    rows.forEach(({ caller, callee }, index) =>
      jobs[index]!.resolve(assembleCall(caller.mailbox, callee.mailbox, now))
    );
  });

  return {
    /** What a room holds now. */
    read,

    /**
     * What a room holds as soon as there is something new for the reader, the call it first saw is over, or the wait is:
     * by its time, by the client going away or by the store being closed.
     *
     * @throws {Refusal} `too-many-waiting`
     */
    async readWhen(room: RoomName, options: WaitOptions): Promise<Call> {
      const { isNew, waitMs } = options;
      if (waitMs <= 0) return await read(room);
      if (waiting.size >= maxWaiting) {
        throw new Refusal("too-many-waiting", `Cannot wait: ${maxWaiting} requests do so already`, {
          limit: maxWaiting,
          retryAfter: 1,
        });
      }
      const abort = options.abort();
      using waiter = waiting.enter(room);
      let timeUp = false;
      const cancelTimer = clock.after(waitMs, () => {
        timeUp = true;
        waiter.wake();
      });
      abort.addEventListener("abort", waiter.wake, { once: true });
      try {
        let call = await read(room);
        const first = nameOf(call);
        while (!isNew(call) && (first === "" || nameOf(call) === first) && !(timeUp || abort.aborted || closed)) {
          await waiter.changed();
          call = await read(room);
        }
        return call;
      } finally {
        cancelTimer();
        abort.removeEventListener("abort", waiter.wake);
      }
    },

    /** Opens, renews or restarts a call. @throws {Refusal} `offer-replaced`, `busy` */
    async offer(room: RoomName, description: SessionDescription, match: string | null): Promise<Opened> {
      const stored = withETag(description);
      const { caller } = await write({ room, change: (call) => offer(call, stored, match) });
      return { etag: caller.call, expiresAt: caller.expiresAt };
    },

    /** Answers the open offer. @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `busy` */
    async answer(room: RoomName, description: SessionDescription, match: string | null): Promise<Opened> {
      const stored = withETag(description);
      const { callee } = await write({ room, change: (call) => answer(call, stored, match) });
      return { etag: stored.etag, expiresAt: callee.expiresAt };
    },

    /** Adds candidates of one side. @throws {Refusal} `too-many-candidates`, `busy` */
    async trickle(room: RoomName, side: Side, batch: readonly IceCandidate[]): Promise<void> {
      await write({ room, change: (call) => trickle(call, side, batch, limits) });
    },

    /**
     * Writes messages of one side, all of them in one commit or none.
     *
     * @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `too-many-candidates`, `busy`
     */
    async say(room: RoomName, from: Side, { messages, match, key }: Said): Promise<Heard> {
      const stored = messages.map((message) => "sdp" in message ? withETag(message) : message);
      const posting = { from, messages: stored, match, key };
      let moment = { now: 0, expiresAt: 0 };
      const change = (call: Call, now: number) => say(call, posting, limits, moment = { now, expiresAt: now + ttlMs });
      return heardIn(await write({ room, change }), posting, moment);
    },

    /** Forgets the call and wakes everyone who waits for it. @throws {Refusal} `offer-replaced`, `busy` */
    async hangUp(room: RoomName, match: string | null): Promise<void> {
      await write({ room, change: (call) => hangUp(call, match) });
    },

    /** Whether the database answers; rejects where it fails. */
    async ping(): Promise<void> {
      await kv.get(keys.health);
    },

    /** Ends every wait; further reads do not wait. */
    close(): void {
      closed = true;
      waiting.wakeAll();
    },

    /** Whether it was closed. */
    get closed(): boolean {
      return closed;
    },

    /** How many reads wait. */
    get waiting(): number {
      return waiting.size;
    },
  };
}

/** What a side says in one go. */
export interface Said {
  readonly messages: readonly Message[];
  /** `If-Match`: the call that it must be. */
  readonly match: string | null;
  /** `Idempotency-Key`: a second time changes nothing. */
  readonly key: string | null;
}

/** What saying something comes to. */
export type Heard = Omit<Receipt, "key">;

/** What a description is known by once it is stored. */
export interface Opened {
  readonly etag: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Named at random: two offers of the same SDP are two calls, and their answers are two answers. */
function withETag(description: SessionDescription): StoredDescription {
  return { ...description, etag: `"${crypto.randomUUID()}"` };
}
