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
import type { StoredDescription } from "../call/mailbox.ts";
import { isBye, type Posted, say } from "../call/messages.ts";
import type { Clock } from "../clock.ts";
import { createBatcher } from "./batch.ts";
import { createDatabase, createProbe, type Database } from "./database.ts";
import { createLookout, watchKv } from "./lookout.ts";
import { createRowCache } from "./row_cache.ts";
import { createRowReader, keys, type Rows } from "./rows.ts";
import type { Space } from "./space.ts";
import { createReader, createWaitingRoom, type Reader, type WaitOptions } from "./waiting.ts";
import { createWriter } from "./writer.ts";

export interface StoreOptions {
  kv: Deno.Kv;
  clock: Clock;
  /** How long a call lives after its last write, in milliseconds. */
  ttlMs: number;
  limits: Limits;
  /** How many reads may wait at once. */
  maxWaiting: number;
  space: Space;
  /** Whether the database is a KV Connect server, which reports other processes' writes. */
  remote?: boolean;
  database?: Database;
  /** Called with faults that fail no request. */
  report?: (fault: unknown) => void;
}

/** The calls of all rooms. Closing it ends every wait. */
export type Store = ReturnType<typeof createStore>;

/** How often waiting readers look for other processes' writes to the same file. */
const LOOK_AGAIN_MS = 500;

/** How many bytes of rows the process remembers. */
const CACHED_BYTES = 16 * 1_048_576;

/** A larger jump of the wall clock means that it was set, not adjusted. */
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

  /** Reads a room once for all readers that wait for it. */
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
    /** Resolves to what a room holds now. @throws {Refusal} `unavailable` */
    read,

    /**
     * Reads a room and, with `waitMs`, waits as {@linkcode Reader.readWhen} does.
     *
     * @throws {Refusal} `too-many-waiting`, `unavailable`
     */
    async readWhen(room: RoomName, options: WaitOptions): Promise<Call> {
      if (options.waitMs <= 0) return await read(room);
      using reader = openReader(room, options.client?.());
      return await reader.readWhen(options);
    },

    /** Opens a reader with a place in the waiting room. Dispose of it to free that. @throws {Refusal} `too-many-waiting` */
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
     * Writes messages of one side in one commit.
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

    /** Ends the call and wakes its waiting readers. @throws {Refusal} `offer-replaced`, `busy` */
    async hangUp(room: RoomName, match: string | null): Promise<void> {
      await write({ room, change: (call) => hangUp(call, match) });
    },

    /** Resolves if the database accepts writes. @throws {Refusal} `unavailable`, `shutting-down` */
    async probe(): Promise<void> {
      if (closed) throw new Refusal("shutting-down", "Cannot accept requests: the server is stopping");
      await probe();
    },

    /**
     * Rewrites the calls that the process remembers if the wall clock was set: the database removes rows by the wall clock,
     * and other processes read times by it. Never rejects.
     */
    async followClock(): Promise<void> {
      if (Math.abs(clock.offset() - offset) < CLOCK_STEP_MS) return;
      offset = clock.offset();
      await Promise.all(cache.live().map((room) => write({ room, change: rewrite }).catch(report)));
    },

    /** Ends every wait. Further reads don't wait. */
    close(): void {
      closed = true;
      waiting.wakeAll();
    },

    get closed(): boolean {
      return closed;
    },

    /** How many readers wait. */
    get waiting(): number {
      return waiting.size;
    },
  };
}

/** Messages of one side to write in one commit. */
export interface Said {
  readonly messages: readonly Message[];
  /** `If-Match`: the ETag of the call's offer. */
  readonly match: string | null;
  /** `Idempotency-Key`: a retry changes nothing. */
  readonly key: string | null;
}

/** The result of `say`. */
export interface Heard extends Posted {
  /** When the call expires, by the process's clock. */
  readonly expiresAt: number;
}

/** The result of storing a description. */
export interface Opened {
  readonly etag: string;
  /** When the call expires, by the process's clock. */
  readonly expiresAt: number;
}

async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toBase64().slice(0, 22);
}

/** Random, since two offers with the same SDP are two calls. */
function withETag(description: SessionDescription): StoredDescription {
  return { ...description, etag: `"${crypto.randomUUID()}"` };
}
