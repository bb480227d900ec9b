import type { Ledger } from "./ledger.ts";
import { BLOCK_BYTES, MAX_ACTIVE, MAX_BREAKS, MAX_OFFERS } from "./limits.ts";
import { type CancelReason, type FileMessage, labelOf } from "./message.ts";
import { createMeter, type Meter } from "./meter.ts";
import { safeName } from "./name.ts";
import { createSender, type Sender } from "./sender.ts";
import { parseThumbnail } from "./thumbnail.ts";
import type { FileProblem, TransferState } from "./transfer.ts";

/** The files this side sends. */
export interface Outgoing {
  offer(id: string, file: File): void;
  accepted(id: string, offset: number): void;
  written(id: string, bytes: number): void;
  done(id: string): void;
  /** Ends a transfer in this state; sends `reason` to the other side. */
  stop(id: string, state: TransferState, reason?: CancelReason): void;
  /** Updates the progress of each file. */
  measure(): void;
}

export interface OutgoingOptions {
  ledger: Ledger;
  say(message: FileMessage): void;
  openChannel(label: string): RTCDataChannel | undefined;
  /** Milliseconds. */
  now(): number;
  /** Epoch milliseconds. */
  date(): number;
  makeThumbnail(file: File): Promise<string | undefined>;
}

/** A file whose transfer isn't over. */
interface Item {
  readonly file: File;
  readonly sender: Sender;
  meter: Meter;
  /** An image is made smaller before it is offered. */
  offer: "waiting" | "preparing" | "made";
  /** The offset to send from, while it waits for a channel. */
  from: number | undefined;
  isActive: boolean;
  /** Channels used since the other side last wrote a block. */
  channels: number;
  checksum: string;
}

/** Creates the sending half; it offers and sends a few files at a time. */
export function createOutgoing({ ledger, say, openChannel, now, date, makeThumbnail }: OutgoingOptions): Outgoing {
  const items = new Map<string, Item>();
  /** One after the other, since a decoded photo takes much memory. */
  let preparing: Promise<unknown> = Promise.resolve();

  const count = (is: (item: Item, id: string) => boolean) => Array.from(items).filter(([id, it]) => is(it, id)).length;

  /** Offers and sends waiting files, up to the limits. */
  function pump() {
    for (const [id, item] of items) {
      if (item.offer === "waiting" && count(isPending) < MAX_OFFERS) prepare(id, item);
      else if (item.from !== undefined && count(({ isActive }) => isActive) < MAX_ACTIVE) begin(id, item, item.from);
    }
  }

  function isPending({ offer }: Item, id: string): boolean {
    return offer === "preparing" || ledger.get(id)?.phase === "offered";
  }

  function prepare(id: string, item: Item) {
    if (!item.file.type.startsWith("image/")) return propose(id, item);
    item.offer = "preparing";
    const isWanted = () => items.get(id) === item;
    preparing = preparing
      .then(() => isWanted() ? makeThumbnail(item.file) : undefined)
      .catch(() => undefined)
      .then((thumbnail) => isWanted() && propose(id, item, thumbnail));
  }

  function propose(id: string, item: Item, thumbnail?: string) {
    item.offer = "made";
    ledger.set(id, { phase: "offered" }, parseThumbnail(thumbnail));
    const offer = { type: "file-offer", id, name: item.file.name.slice(-255), sizeBytes: item.file.size } as const;
    say(thumbnail === undefined ? offer : { ...offer, thumbnail });
  }

  function begin(id: string, item: Item, from: number) {
    const channel = openChannel(labelOf(id));
    // There is no connection: the call is about to end.
    if (channel === undefined) return;
    item.from = undefined;
    item.isActive = true;
    item.meter = createMeter(item.file.size, now);
    item.sender.start(channel, from);
    ledger.set(id, { phase: "moving", ...item.meter.read(from) });
  }

  function fail(id: string, problem: FileProblem) {
    stop(id, { phase: "failed", problem }, problem);
  }

  function stop(id: string, state: TransferState, reason?: CancelReason) {
    const item = items.get(id);
    if (item === undefined) return;
    items.delete(id);
    if (reason !== undefined && item.offer === "made") say({ type: "file-cancel", id, reason });
    item.sender.stop();
    ledger.set(id, state);
    pump();
  }

  function rest(id: string, item: Item) {
    item.isActive = false;
    // The other side has lost the channel as well, and will say where to continue.
    ledger.set(id, { phase: "queued" });
    pump();
  }

  return {
    offer(id, file) {
      const sender = createSender({
        file,
        onSent(checksum) {
          item.checksum = checksum;
          ledger.set(id, { phase: "checking" });
        },
        onBreak: () => rest(id, item),
        onProblem: (problem) => fail(id, problem),
      });
      const item: Item = {
        file,
        sender,
        meter: createMeter(file.size, now),
        offer: "waiting",
        from: undefined,
        isActive: false,
        channels: 0,
        checksum: "",
      };
      items.set(id, item);
      const about = { name: safeName(file.name), sizeBytes: file.size, at: date() };
      ledger.add({ id, direction: "out", ...about, phase: "queued" });
      pump();
    },

    accepted(id, offset) {
      const item = items.get(id);
      if (item === undefined) return;
      const isStart = offset % BLOCK_BYTES === 0 || offset === item.file.size;
      if (item.offer !== "made" || !isStart || offset > item.sender.reachedBytes()) return fail(id, "malformed");
      if (++item.channels > MAX_BREAKS) return fail(id, "channel-failed");
      item.sender.stop();
      item.from = offset;
      rest(id, item);
    },

    written(id, bytes) {
      const item = items.get(id);
      if (item === undefined) return;
      if (bytes > item.sender.reachedBytes()) return fail(id, "malformed");
      if (bytes > 0) item.channels = 0;
      item.sender.written(bytes);
    },

    done(id) {
      const item = items.get(id);
      if (item === undefined) return;
      if (item.checksum === "") return fail(id, "malformed");
      stop(id, { phase: "done", checksum: item.checksum });
    },

    stop,

    measure() {
      for (const [id, item] of items) {
        if (ledger.get(id)?.phase !== "moving") continue;
        ledger.set(id, { phase: "moving", ...item.meter.read(item.sender.sentBytes()) });
      }
    },
  };
}
