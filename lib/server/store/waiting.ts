import { Refusal, type RoomName } from "../../protocol/mod.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "./database.ts";

/** A reader's place in the waiting room; disposing of it gives the place up. */
export interface Waiter extends Disposable {
  /** Resolves at the next change. Never rejects. */
  changed(): Promise<void>;
  /** Ends its own `changed()`. */
  wake(): void;
  /** Asks to be woken at the next look, whatever that finds: the last read failed. */
  missed(): void;
}

/** Which state of a room the database holds. */
export interface Version {
  /** Differs where anything else differs. */
  readonly stamp: string;
  /** When the call is over unless somebody writes, by the process's clock; 0 where there is none. */
  readonly expiresAt: number;
}

/** Who waits for which room. */
export interface WaitingRoom {
  readonly size: number;
  /**
   * Takes a place; changes between this call and the first `changed()` are not missed.
   *
   * @throws {Refusal} `too-many-waiting`
   */
  enter(room: RoomName, client?: string): Waiter;
  /** Takes in which state a room was read or written, and wakes its readers where that is news. */
  saw(room: RoomName, readVersion: () => Version): void;
  wakeAll(): void;
}

/** Subscribes to a room's changes; returns a function that unsubscribes. */
export type Watch = (room: RoomName, changed: () => void) => () => void;

/** Looks for what other processes wrote, and at the rooms whose last read failed; what it finds goes to `saw`. Never rejects. */
export type Look = (rooms: readonly RoomName[], missed: readonly RoomName[]) => Promise<void>;

export interface WaitingRoomOptions {
  clock: Clock;
  /** How many may wait at once, and a quarter of that for each client. */
  maxWaiting: number;
  /** How often to look for what others wrote, in milliseconds; rarer the more rooms there are. */
  lookAgainMs: number;
  look: Look;
  watch?: Watch;
}

interface Room {
  readonly wakers: Set<() => void>;
  readonly unwatch: (() => void) | undefined;
  version: Version | undefined;
  /** Whether a read of it failed that somebody waits for. */
  missed: boolean;
}

/**
 * Keeps those who wait, and wakes the readers of a room where its state is another than they saw last, or where its time
 * has come. Writes of this process reach them at once; those of others when the database reports or a look finds them.
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
    if (size >= maxWaiting) throw tooMany(`${maxWaiting} requests do so already`, maxWaiting);
    if (client !== undefined && (clients.get(client) ?? 0) >= share) {
      throw tooMany(`${share} requests from this address do so already`, share);
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

function tooMany(why: string, limit: number): Refusal {
  return new Refusal("too-many-waiting", `Cannot wait: ${why}`, { limit, retryAfter: 1 });
}

/** Reports changes through the database, also those of other processes where it is shared over KV Connect. */
export function watchKv(database: Database, keysOf: (room: RoomName) => Deno.KvKey[]): Watch {
  return (room, changed) => {
    const reader = database.watch(keysOf(room)).getReader();
    (async () => {
      while (!(await reader.read()).done) changed();
    })().catch(() => {
      // A watch that broke costs time, not changes: everyone looks again every now and then.
    });
    return () => void reader.cancel().catch(() => {});
  };
}
