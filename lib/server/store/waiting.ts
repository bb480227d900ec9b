import { Refusal, type RoomName } from "../../protocol/mod.ts";
import { type Call, nameOf } from "../call/call.ts";
import type { Clock } from "../clock.ts";
import { isUnavailable } from "./database.ts";

/** A place in the waiting room; disposing of it gives it up. */
export interface Waiter extends Disposable {
  /** Resolves at the next change. Never rejects. */
  changed(): Promise<void>;
  /** Resolves its own `changed()`. */
  wake(): void;
  /** Requests to be woken at the next look, since the last read failed. */
  missed(): void;
}

/** Identifies a state of a room. */
export interface Version {
  readonly stamp: string;
  /** When the call expires, by the process's clock; 0 without a call. */
  readonly expiresAt: number;
}

/** The readers that wait, by room. */
export interface WaitingRoom {
  /** How many readers wait. */
  readonly size: number;
  /**
   * Takes a place. A change between this call and the first `changed()` resolves that.
   *
   * @throws {Refusal} `too-many-waiting`
   */
  enter(room: RoomName, client?: string): Waiter;
  /** Notes the state in which a room was read or written, and wakes its readers if that is new. */
  saw(room: RoomName, readVersion: () => Version): void;
  wakeAll(): void;
}

/** Subscribes to a room's changes; returns a function that unsubscribes. */
export type Watch = (room: RoomName, changed: () => void) => () => void;

/** Reads rooms that other processes may have written, and those in `missed`; the reads call `saw`. Never rejects. */
export type Look = (rooms: readonly RoomName[], missed: readonly RoomName[]) => Promise<void>;

export interface WaitingRoomOptions {
  clock: Clock;
  /** How many readers may wait at once. Each client may have a quarter of the places. */
  maxWaiting: number;
  /** How often to look for other processes' writes, in milliseconds; less often if there are many rooms. */
  lookAgainMs: number;
  look: Look;
  watch?: Watch;
}

/** Options of a waiting read. */
export interface WaitOptions {
  /** Whether to return this call: it holds news, or the news can't come any more. Pure. */
  isNew(call: Call): boolean;
  /** Called before each `isNew`. */
  saw?(call: Call): void;
  waitMs: number;
  /** Returns a signal that aborts when the client disconnects. Called only to wait, since it creates a request's signal. */
  abort(): AbortSignal;
  /** Returns the client whose place the read takes. Called only to wait, by a read without a place. */
  client?(): string | undefined;
}

/** A room's reader, which keeps its place in the waiting room until it is disposed of. */
export interface Reader extends Disposable {
  /**
   * Resolves to the room's call once `isNew` accepts it, or the wait ends: the call that it saw first is over, time is up,
   * the client disconnects or the store closes. An outage of the database meanwhile only prolongs the wait.
   *
   * @throws {Refusal} `unavailable`
   */
  readWhen(options: WaitOptions): Promise<Call>;
}

export interface ReaderOptions {
  waiter: Waiter;
  clock: Clock;
  read(): Promise<Call>;
  isClosed(): boolean;
}

interface Room {
  readonly wakers: Set<() => void>;
  readonly unwatch: (() => void) | undefined;
  version: Version | undefined;
  /** Whether a waiting reader's last read failed. */
  missed: boolean;
}

/**
 * Creates the waiting room. It wakes a room's readers when the room's state changes or its call expires. This process
 * reports its own writes at once; the database, or a look, finds those of others.
 */
export function createWaitingRoom(
  { clock, maxWaiting, lookAgainMs, look, watch }: WaitingRoomOptions,
): WaitingRoom {
  const rooms = new Map<RoomName, Room>();
  const clients = new Map<string, number>();
  const share = Math.ceil(maxWaiting / 4);
  let size = 0;
  let isLooking = false;
  let cancelLook: (() => void) | undefined;

  function enter(name: RoomName, client?: string): Waiter {
    if (size >= maxWaiting) throw tooMany(`${maxWaiting} requests are waiting`, maxWaiting);
    if (client !== undefined && (clients.get(client) ?? 0) >= share) {
      throw tooMany(`${share} requests from this address are waiting`, share);
    }
    let room = rooms.get(name);
    if (room === undefined) {
      room = { wakers: new Set(), unwatch: watch?.(name, () => wake(room!)), version: undefined, missed: false };
      rooms.set(name, room);
    }
    const { wakers, unwatch } = room;
    let next = Promise.withResolvers<void>();
    const waken = () => next.resolve();
    wakers.add(waken);
    count(client, 1);
    lookLater();
    return {
      async changed() {
        await next.promise;
        next = Promise.withResolvers<void>();
      },
      wake: waken,
      missed() {
        room.missed = true;
      },
      [Symbol.dispose]() {
        if (!wakers.delete(waken)) return;
        count(client, -1);
        if (wakers.size === 0) {
          rooms.delete(name);
          unwatch?.();
        }
        if (size === 0) {
          cancelLook?.();
          cancelLook = undefined;
        }
      },
    };
  }

  function count(client: string | undefined, change: 1 | -1) {
    size += change;
    if (client === undefined) return;
    const waiting = (clients.get(client) ?? 0) + change;
    if (waiting === 0) clients.delete(client);
    else clients.set(client, waiting);
  }

  function wake({ wakers }: Room) {
    wakers.forEach((waken) => waken());
  }

  function lookLater() {
    cancelLook ??= clock.after(Math.max(lookAgainMs, rooms.size / 5), () => {
      cancelLook = undefined;
      if (size > 0) lookLater();
      wakeExpired();
      if (!isLooking) lookNow();
    });
  }

  function wakeExpired() {
    const now = clock.now();
    for (const room of rooms.values()) {
      if (room.version === undefined || room.version.expiresAt === 0 || room.version.expiresAt > now) continue;
      room.version = { ...room.version, expiresAt: 0 };
      wake(room);
    }
  }

  async function lookNow() {
    isLooking = true;
    const missed = Array.from(rooms).filter(([, { missed }]) => missed).map(([name]) => name);
    await look([...rooms.keys()], missed);
    isLooking = false;
  }

  return {
    get size() {
      return size;
    },
    enter,
    saw(name, readVersion) {
      const room = rooms.get(name);
      if (room === undefined) return;
      const version = readVersion();
      const isNews = room.missed || (room.version !== undefined && room.version.stamp !== version.stamp);
      room.version = version;
      room.missed = false;
      if (isNews) wake(room);
    },
    wakeAll: () => rooms.forEach(wake),
  };
}

/** Creates a reader with a place in the waiting room. */
export function createReader({ waiter, clock, read, isClosed }: ReaderOptions): Reader {
  return {
    async readWhen({ isNew, saw, waitMs, abort }) {
      const signal = abort();
      let timeUp = false;
      const cancelTimer = clock.after(waitMs, () => {
        timeUp = true;
        waiter.wake();
      });
      signal.addEventListener("abort", waiter.wake, { once: true });
      try {
        let call = await read();
        saw?.(call);
        const first = nameOf(call);
        while (!isNew(call) && (first === "" || nameOf(call) === first) && !(timeUp || signal.aborted || isClosed())) {
          await waiter.changed();
          try {
            call = await read();
            saw?.(call);
          } catch (error) {
            if (!isUnavailable(error) || timeUp) throw error;
            waiter.missed();
          }
        }
        return call;
      } finally {
        cancelTimer();
        signal.removeEventListener("abort", waiter.wake);
      }
    },
    [Symbol.dispose]: () => waiter[Symbol.dispose](),
  };
}

function tooMany(why: string, limit: number): Refusal {
  return new Refusal("too-many-waiting", `Cannot wait: ${why}`, { limit, retryAfter: 1 });
}
