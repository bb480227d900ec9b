import {
  type IceCandidate,
  type Limits,
  type Message,
  Refusal,
  type RoomName,
  type SessionDescription,
  type Side,
} from "../../protocol/mod.ts";
import { answer, assembleCall, type Call, expiryOf, hangUp, offer, rewrite, trickle } from "../call/call.ts";
import type { Clock } from "../clock.ts";
import { createDatabase, createProbe, type Database } from "./database.ts";
import { createBatcher } from "./batcher.ts";
import type { StoredDescription } from "../call/mailbox.ts";
import { isBye, type Posted, say } from "../call/messages.ts";
import { createLookout } from "./lookout.ts";
import type { Space } from "./quota.ts";
import { createReader, type Reader, type WaitOptions } from "./reader.ts";
import { createRowCache } from "./row_cache.ts";
import { createRowReader, keys, type Rows } from "./rows.ts";
import { createWaitingRoom, watchKv } from "./waiting.ts";
import { createWriter } from "./writer.ts";

export interface StoreOptions {
  kv: Deno.Kv;
  clock: Clock;
  /** How long a call lives from its last write, in milliseconds. */
  ttlMs: number;
  limits: Limits;
  /** How many reads may wait at once. */
  maxWaiting: number;
  space: Space;
  /** Whether other processes write to this database through a server, which then reports their writes. */
  remote?: boolean;
  database?: Database;
  /** Called with faults that no request fails by. */
  report?: (fault: unknown) => void;
}

/** The calls of all rooms; the only thing that talks to Deno KV. Closing it ends every wait. */
export type Store = ReturnType<typeof createStore>;

/** How often those who wait look again for what another process wrote to the same file. */
const LOOK_AGAIN_MS = 500;

/** What a process remembers of rooms, in bytes of their rows. */
const CACHED_BYTES = 16 * 1_048_576;

/** The wall clock was set, rather than adjusted, where it differs by more. */
const CLOCK_STEP_MS = 2_000;

/** Keeps calls in Deno KV. */
export function createStore(
  {
    kv,
    clock,
    ttlMs,
    limits,
    maxWaiting,
    space,
    remote = false,
    database = createDatabase({ kv, disk: space.disk }),
    report = () => {},
  }: StoreOptions,
) {
  const lanes = remote ? 8 : 1;
  const time = { process: crypto.randomUUID().slice(0, 8), clock };
  const readRows = createRowReader({ database, report, ...time });
  const cache = createRowCache({ readRows, clock, maxBytes: CACHED_BYTES });
  const waiting = createWaitingRoom({
    clock,
    maxWaiting,
    lookAgainMs: remote ? 10 * LOOK_AGAIN_MS : LOOK_AGAIN_MS,
    look: createLookout({ database, process: time.process, remote, read, report }),
    ...(remote
      ? { watch: watchKv(database, (room) => [keys.mailbox(room, "caller"), keys.mailbox(room, "callee")]) }
      : {}),
  });
  const write = createWriter({ database, cache, ttlMs, space, lanes, marks: !remote, written: tellReaders, ...time });
  let offset = clock.offset();
  const probe = createProbe({ database, clock });
  let closed = false;

  /** A room is read once for all who ask. */
  const reads = createBatcher<RoomName, Call>(lanes, async (jobs) => {
    const byRoom = Map.groupBy(jobs, ({ item }) => item);
    const rooms = [...byRoom.keys()];
    const found = await cache.readNow(rooms);
    const now = clock.now();
    rooms.forEach((room, index) => {
      const rows = found[index]!;
      const call = assembleCall(rows.caller.mailbox, rows.callee.mailbox, now);
      tellReaders(room, rows);
      for (const job of byRoom.get(room)!) job.resolve(call);
    });
  });

  function tellReaders(room: RoomName, { caller, callee }: Rows) {
    waiting.saw(room, () => {
      const expiresAt = expiryOf({ caller: caller.mailbox, callee: callee.mailbox });
      return {
        stamp: `${caller.versionstamp} ${callee.versionstamp}`,
        expiresAt: expiresAt > clock.now() ? expiresAt : 0,
      };
    });
  }

  function read(room: RoomName): Promise<Call> {
    return reads.add(room);
  }

  function openReader(room: RoomName, client?: string): Reader {
    return createReader({ waiter: waiting.enter(room, client), read: () => read(room), clock, isClosed: () => closed });
  }

  return {
    /** What a room holds now. @throws {Refusal} `unavailable` */
    read,

    /**
     * Resolves to what a room holds as soon as there is something new for the reader, the call it first saw is over, or
     * the wait is: by its time, by the client going away or by the store being closed. A database that stops answering
     * meanwhile only prolongs the wait.
     *
     * @throws {Refusal} `too-many-waiting`, `unavailable`
     */
    async readWhen(room: RoomName, options: WaitOptions): Promise<Call> {
      if (options.waitMs <= 0) return await read(room);
      using reader = openReader(room, options.client?.());
      return await reader.readWhen(options);
    },

    /** Takes a reader's place, to be disposed of. @throws {Refusal} `too-many-waiting` */
    openReader,

    /** Opens, renews or restarts a call. @throws {Refusal} `offer-replaced`, `busy` */
    async offer(room: RoomName, description: SessionDescription, match: string | null): Promise<Opened> {
      const stored = withETag(description);
      const { result, expiresAt } = await write({ room, change: (call) => offer(call, stored, match) });
      return { etag: result, expiresAt };
    },

    /** Answers the open offer. @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `busy` */
    async answer(room: RoomName, description: SessionDescription, match: string | null): Promise<Opened> {
      const stored = withETag(description);
      const { result, expiresAt } = await write({ room, change: (call) => answer(call, stored, match) });
      return { etag: result, expiresAt };
    },

    /** Adds candidates of one side. @throws {Refusal} `too-many-candidates`, `busy` */
    async trickle(room: RoomName, side: Side, batch: readonly IceCandidate[]): Promise<void> {
      await write({ room, change: (call) => trickle(call, side, batch, limits) });
    },

    /**
     * Writes messages of one side, all of them in one commit or none.
     *
     * @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `too-many-candidates`, `key-reused`, `busy`
     */
    async say(room: RoomName, from: Side, { messages, match, key }: Said): Promise<Heard> {
      const stored = messages.map((message) => "sdp" in message ? withETag(message) : message);
      const receipt = key === null ? null : { key, digest: await digestOf([messages, match]) };
      const posting = { from, messages: stored, match, key: receipt };
      const { result, expiresAt } = await write({ room, change: (call) => say(call, posting, limits) });
      return { ...result, expiresAt: isBye(posting) ? clock.now() : expiresAt };
    },

    /** Forgets the call and wakes everyone who waits for it. @throws {Refusal} `offer-replaced`, `busy` */
    async hangUp(room: RoomName, match: string | null): Promise<void> {
      await write({ room, change: (call) => hangUp(call, match) });
    },

    /** Resolves where the database takes writes. @throws {Refusal} `unavailable`, `shutting-down` */
    async probe(): Promise<void> {
      if (closed) throw new Refusal("shutting-down", "Cannot take more: this server is about to stop");
      await probe();
    },

    /**
     * Writes again what is remembered of calls where the wall clock was set: the database removes rows by that, and other
     * processes read times by it. Never rejects.
     */
    async followClock(): Promise<void> {
      if (Math.abs(clock.offset() - offset) < CLOCK_STEP_MS) return;
      offset = clock.offset();
      await Promise.all(cache.live().map((room) => write({ room, change: rewrite }).catch(report)));
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

/** What became of something said. */
export interface Heard extends Posted {
  /** When the call is over unless somebody writes, by the process's clock. */
  readonly expiresAt: number;
}

/** What a description is known by once it is stored. */
export interface Opened {
  readonly etag: string;
  /** By the process's clock. */
  readonly expiresAt: number;
}

async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toBase64().slice(0, 22);
}

/** Named at random: two offers of the same SDP are two calls, and their answers are two answers. */
function withETag(description: SessionDescription): StoredDescription {
  return { ...description, etag: `"${crypto.randomUUID()}"` };
}
