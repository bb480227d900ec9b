import type { RoomName } from "../protocol/mod.ts";
import type { Clock } from "./clock.ts";

/** Somebody who waits for a room to change. */
export interface Waiter extends Disposable {
  /** Resolves at the next change, or when it is time to look again all the same. Never rejects. */
  changed(): Promise<void>;
  /** Ends its own `changed()`. */
  wake(): void;
}

/** Who waits for which room. */
export interface WaitingRoom {
  readonly size: number;
  /** Changes between this call and the first `changed()` are not missed. */
  enter(room: RoomName): Waiter;
  /** Wakes everyone who waits for these rooms. */
  wake(rooms: Iterable<RoomName>): void;
  wakeAll(): void;
}

/** What reports writes of other processes: for a room it calls back at each change until the function it gives is. */
export type Watch = (room: RoomName, changed: () => void) => () => void;

/**
 * Keeps those who wait. Writes of this process wake them at once; for those of others all of them look again every
 * `lookAgainMs` (rarer the more there are), and with a `watch`, one a room, as soon as it reports.
 */
export function createWaitingRoom(
  { clock, lookAgainMs, watch }: { clock: Clock; lookAgainMs: number; watch?: Watch },
): WaitingRoom {
  const rooms = new Map<RoomName, { wakers: Set<() => void>; unwatch: (() => void) | undefined }>();
  let size = 0;
  let cancelLook: (() => void) | undefined;

  function enter(name: RoomName): Waiter {
    let room = rooms.get(name);
    if (room === undefined) {
      room = { wakers: new Set(), unwatch: watch?.(name, () => wake([name])) };
      rooms.set(name, room);
    }
    const { wakers, unwatch } = room;
    let next = Promise.withResolvers<void>();
    const waken = () => next.resolve();
    wakers.add(waken);
    size++;
    lookLater();
    return {
      async changed() {
        await next.promise;
        next = Promise.withResolvers<void>();
      },
      wake: waken,
      [Symbol.dispose]() {
        if (!wakers.delete(waken)) return;
        size--;
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

  function wake(names: Iterable<RoomName>) {
    for (const name of names) rooms.get(name)?.wakers.forEach((waken) => waken());
  }

  function lookLater() {
    cancelLook ??= clock.after(Math.max(lookAgainMs, size / 5), () => {
      cancelLook = undefined;
      wake(rooms.keys());
      if (size > 0) lookLater();
    });
  }

  return {
    get size() {
      return size;
    },
    enter,
    wake,
    wakeAll: () => wake(rooms.keys()),
  };
}

/** Reports changes through the database, also those of other processes where it is shared over KV Connect. */
export function watchKv(kv: Deno.Kv, keysOf: (room: RoomName) => Deno.KvKey[]): Watch {
  return (room, changed) => {
    const reader = kv.watch(keysOf(room)).getReader();
    (async () => {
      while (!(await reader.read()).done) changed();
    })().catch(() => {
      // A watch that broke costs time, not changes: everyone looks again every now and then.
    });
    return () => void reader.cancel().catch(() => {});
  };
}
