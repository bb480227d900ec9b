import type { Ledger } from "./ledger.ts";
import { MAX_BREAKS, MAX_OFFERS } from "./limits.ts";
import type { CancelReason, FileMessage } from "./message.ts";
import { createMeter, type Meter } from "./meter.ts";
import { safeName } from "./name.ts";
import { createReceiver, type Receiver } from "./receiver.ts";
import type { Sink } from "./sink.ts";
import type { Storage } from "./storage.ts";
import { parseThumbnail } from "./thumbnail.ts";
import type { FileProblem, TransferState } from "./transfer.ts";

/** The files this side receives. */
export interface Incoming {
  offered(offer: FileMessage & { type: "file-offer" }): void;
  /** Accepts a file; `pick` opens a save dialog. */
  accept(id: string, pick: boolean): Promise<void>;
  /** Takes the channel of an accepted file; closes any other. */
  takeChannel(id: string, channel: RTCDataChannel): void;
  /** Ends a transfer in this state; sends `reason` to the other side. */
  stop(id: string, state: TransferState, reason?: CancelReason): void;
  /** Updates the progress of each file. */
  measure(): void;
}

export interface IncomingOptions {
  ledger: Ledger;
  say(message: FileMessage): void;
  storage: Storage;
  /** Milliseconds. */
  now(): number;
  /** Epoch milliseconds. */
  date(): number;
}

/** An accepted file whose transfer isn't over. */
interface Item {
  readonly receiver: Receiver;
  meter: Meter;
  /** How often its channel broke since a block was written. */
  breaks: number;
}

/** Creates the receiving half; it receives only what the person accepts. */
export function createIncoming({ ledger, say, storage, now, date }: IncomingOptions): Incoming {
  const items = new Map<string, Item>();
  const accepting = new Set<string>();
  /** One after the other, since each reserves space that the next one no longer has. */
  let keeping: Promise<unknown> = Promise.resolve();

  const isOffered = (id: string) => ledger.get(id)?.phase === "offered";

  async function showRoom(id: string) {
    const limitBytes = await storage.room().catch(() => 0);
    if (isOffered(id)) ledger.set(id, { phase: "offered", limitBytes, canPick: storage.canPick });
  }

  async function openSink(id: string, pick: boolean): Promise<Sink | FileProblem | undefined> {
    const { name = "", sizeBytes = 0 } = ledger.get(id) ?? {};
    const opening = pick ? storage.pick(name) : keeping.then(() => keep(id, sizeBytes));
    const settled = opening.catch((): FileProblem => "not-written");
    if (!pick) keeping = settled;
    return await settled;
  }

  async function keep(id: string, sizeBytes: number): Promise<Sink | FileProblem> {
    return sizeBytes > await storage.room() ? "no-space" : await storage.keep(id, sizeBytes);
  }

  function begin(id: string, sizeBytes: number, sink: Sink) {
    const receiver = createReceiver({
      sizeBytes,
      sink,
      onWritten(bytes) {
        if (bytes > 0) item.breaks = 0;
        say({ type: "file-written", id, bytes });
      },
      onReceived: () => ledger.set(id, { phase: "checking" }),
      onDone(checksum, blob) {
        items.delete(id);
        say({ type: "file-done", id });
        ledger.set(id, { phase: "done", checksum, ...(blob === undefined ? {} : { blob }) });
      },
      onBreak: () => resume(id, item),
      onProblem: (problem) => fail(id, problem),
    });
    const item: Item = { receiver, meter: createMeter(sizeBytes, now), breaks: 0 };
    items.set(id, item);
    say({ type: "file-accept", id, offset: 0 });
    ledger.set(id, { phase: "queued" });
  }

  function resume(id: string, item: Item) {
    if (++item.breaks >= MAX_BREAKS) return fail(id, "channel-failed");
    say({ type: "file-accept", id, offset: item.receiver.offset() });
    ledger.set(id, { phase: "queued" });
  }

  function fail(id: string, problem: FileProblem) {
    stop(id, { phase: "failed", problem }, problem);
  }

  function stop(id: string, state: TransferState, reason?: CancelReason) {
    if (reason !== undefined) say({ type: "file-cancel", id, reason });
    items.get(id)?.receiver.stop();
    items.delete(id);
    ledger.set(id, state);
  }

  return {
    offered({ id, name, sizeBytes, thumbnail: text }) {
      const offers = ledger.list().filter((it) => it.direction === "in" && it.phase === "offered");
      if (offers.length >= 2 * MAX_OFFERS) return say({ type: "file-cancel", id, reason: "too-many-offers" });
      const thumbnail = parseThumbnail(text);
      ledger.add({
        id,
        direction: "in",
        name: safeName(name),
        sizeBytes,
        at: date(),
        ...(thumbnail && { thumbnail }),
        phase: "offered",
      });
      showRoom(id);
    },

    async accept(id, pick) {
      if (!isOffered(id) || accepting.has(id)) return;
      accepting.add(id);
      const sink = await openSink(id, pick);
      accepting.delete(id);
      if (sink === undefined) return;
      const transfer = ledger.get(id);
      if (transfer?.phase !== "offered") return void (typeof sink !== "string" && sink.discard().catch(() => {}));
      if (typeof sink === "string") fail(id, sink);
      else begin(id, transfer.sizeBytes, sink);
    },

    takeChannel(id, channel) {
      const item = items.get(id);
      if (item?.receiver.take(channel) !== true) return channel.close();
      const { sizeBytes = 0 } = ledger.get(id) ?? {};
      item.meter = createMeter(sizeBytes, now);
      ledger.set(id, { phase: "moving", ...item.meter.read(item.receiver.offset()) });
    },

    stop,

    measure() {
      for (const [id, { meter, receiver }] of items) {
        if (ledger.get(id)?.phase !== "moving") continue;
        ledger.set(id, { phase: "moving", ...meter.read(receiver.receivedBytes()) });
      }
    },
  };
}
