import { createFiles, type Files, type Sink, type Storage, type Transfer } from "@/lib/files/mod.ts";
import { BufferedChannel } from "./buffered_channel.ts";

/** One side: an engine, what it shows, and what it is made of. */
export interface Side {
  readonly files: Files;
  readonly storage: FakeStorage;
  /** The messages that it said. */
  readonly said: Record<string, unknown>[];
  /** Its ends of the channels that it made. */
  readonly channels: BufferedChannel[];
  transfers(): readonly Transfer[];
  /** The only transfer. */
  transfer(): Transfer;
  /** Waits until what it shows is so. */
  until(is: (transfers: readonly Transfer[]) => boolean): Promise<void>;
  /** Waits until its only transfer, or this one, is in a phase. */
  reach(phase: Transfer["phase"], index?: number): Promise<void>;
}

/** Two sides that hear each other. */
export interface TwoPages {
  readonly sender: Side;
  readonly receiver: Side;
  /** Milliseconds that both take for now; every call of `tick` shows progress. */
  clock: { now: number };
  tick(ms: number): void;
  /** Whether channels can be made. */
  connected: boolean;
  makeThumbnail(file: File): Promise<string | undefined>;
  /** Is given each new channel's sending end before it opens. */
  onChannel(channel: BufferedChannel): void;
}

/** Makes two pages in a call. */
export function twoPages(): TwoPages {
  const ticks = new Set<() => void>();
  const world: TwoPages = {
    clock: { now: 0 },
    connected: true,
    onChannel: () => {},
    makeThumbnail: () => Promise.resolve(undefined),
    tick(ms) {
      world.clock.now += ms;
      ticks.forEach((tick) => tick());
    },
    get sender() {
      return sender;
    },
    get receiver() {
      return receiver;
    },
  };
  const sender: Side = makeSide(() => receiver, 1);
  const receiver: Side = makeSide(() => sender, 2);
  return world;

  function makeSide(other: () => Side, digit: number): Side {
    const storage = new FakeStorage();
    const said: Record<string, unknown>[] = [];
    const channels: BufferedChannel[] = [];
    const waiting = new Set<() => void>();
    let shown: readonly Transfer[] = [];
    let ids = 0;
    const files = createFiles({
      say(message) {
        said.push(message);
        const text = JSON.stringify(message);
        queueMicrotask(() => other().files.hear(JSON.parse(text)));
      },
      openChannel(label) {
        if (!world.connected) return undefined;
        const [own, theirs] = BufferedChannel.pair(label);
        channels.push(own);
        world.onChannel(own);
        queueMicrotask(() => {
          other().files.takeChannel(theirs.asChannel);
          own.open();
        });
        return own.asChannel;
      },
      onChange(transfers) {
        shown = transfers;
        waiting.forEach((look) => look());
      },
      storage,
      now: () => world.clock.now,
      date: () => world.clock.now,
      makeThumbnail: (file) => world.makeThumbnail(file),
      createId: () => `${digit}${String(++ids).padStart(15, "0")}`,
      every(_, call) {
        ticks.add(call);
        return () => ticks.delete(call);
      },
    });

    function until(is: (transfers: readonly Transfer[]) => boolean): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => is(shown) && (waiting.delete(look), resolve());
      waiting.add(look);
      look();
      return promise;
    }

    return {
      files,
      storage,
      said,
      channels,
      transfers: () => shown,
      transfer: () => shown[0]!,
      until,
      reach: (phase, index = 0) => until((transfers) => transfers[index]?.phase === phase),
    };
  }
}

/** Keeps files in memory and does what the test wants. */
export class FakeStorage implements Storage {
  canPick = false;
  limitBytes = Infinity;
  /** What happens when a block is written. */
  onWrite: (written: number) => Promise<void> = () => Promise.resolve();
  /** The file that the person picks; `undefined` where none. */
  picked: Sink | undefined;
  discarded = 0;
  kept = 0;
  closed = false;

  room(): Promise<number> {
    return Promise.resolve(this.limitBytes);
  }

  keep(): Promise<Sink> {
    const parts: Blob[] = [];
    let written = 0;
    this.kept++;
    return Promise.resolve({
      write: async (block) => {
        await this.onWrite(written);
        written += block.length;
        parts.push(new Blob([block]));
      },
      finish: () => Promise.resolve(new Blob(parts)),
      discard: () => {
        this.discarded++;
        return Promise.resolve();
      },
    });
  }

  pick(): Promise<Sink | undefined> {
    return Promise.resolve(this.picked);
  }

  close(): void {
    this.closed = true;
  }
}

/** A file whose every byte tells where it is. */
export function makeFile(sizeBytes: number, name = "parrot.bin"): File {
  const bytes = new Uint8Array(sizeBytes);
  for (let at = 0; at < sizeBytes; at++) bytes[at] = at * 31 + (at >> 10);
  return new File([bytes], name);
}

/** Whether a file has arrived as it was sent. */
export async function isSame(one: Blob | undefined, other: Blob): Promise<boolean> {
  if (one?.size !== other.size) return false;
  const [left, right] = await Promise.all([one.bytes(), other.bytes()]);
  return left.every((byte, at) => byte === right[at]);
}

/** The blob of a transfer that is done. */
export function blobOf(transfer: Transfer): Blob | undefined {
  return transfer.phase === "done" ? transfer.blob : undefined;
}
