import { createIncoming } from "./incoming.ts";
import { createLedger } from "./ledger.ts";
import { type CancelReason, idOfLabel, parseFileMessage } from "./message.ts";
import { createOutgoing } from "./outgoing.ts";
import { createStorage, type Storage } from "./storage.ts";
import { makeThumbnail as shrink } from "./thumbnail.ts";
import { isOver, type Transfer, type TransferState } from "./transfer.ts";

/** What file transfers need from the call and the browser. */
export interface FilesOptions {
  /** Sends a message over the control channel. */
  say(message: Record<string, unknown>): void;
  openChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel | undefined;
  /** Called with all transfers of both directions, oldest first, whenever one changes. */
  onChange(transfers: readonly Transfer[]): void;
  storage?: Storage;
  /** Milliseconds, from a monotonic clock. */
  now?(): number;
  /** Epoch milliseconds. */
  date?(): number;
  /** Returns an image's thumbnail, as in `thumbnail.ts`. */
  makeThumbnail?(file: File): Promise<string | undefined>;
  /** Returns 16 unguessable hexadecimal digits. */
  createId?(): string;
  /** Calls periodically; returns a function that stops it. */
  every?(ms: number, call: () => void): () => void;
}

/** The file transfers of a page, in both directions. */
export interface Files {
  /** Handles a message from the control channel; `true` if it was about files. */
  hear(message: Readonly<Record<string, unknown>>): boolean;
  /** Takes a channel of the other side; `false` if it isn't a file's. */
  takeChannel(channel: RTCDataChannel): boolean;
  offer(files: Iterable<File>): void;
  /** Accepts a file. `pick` opens a save dialog, so it needs a click; if the person dismisses it, nothing happens. */
  accept(id: string, options?: { pick?: boolean }): Promise<void>;
  decline(id: string): void;
  /** Cancels a transfer in either direction; it may be at any stage. */
  cancel(id: string): void;
  /** Ends every unfinished transfer, because the call is over. Files that have arrived stay. */
  callEnded(): void;
  /** Ends every transfer and discards all files, including those that have arrived. */
  close(): void;
}

/** How often progress is updated. */
const SHOW_MS = 500;

/** Creates the file transfers of a page, for one call after the other. */
export function createFiles(options: FilesOptions): Files {
  const { onChange, openChannel, say, createId = randomId, every = repeat } = options;
  const { now = () => performance.now(), date = Date.now, makeThumbnail = shrink } = options;
  const storage = options.storage ?? createStorage();
  const ledger = createLedger((transfers) => {
    watch(transfers);
    onChange(transfers);
  });
  const sayFile = (message: object) => say({ ...message });
  const open = (label: string) => openChannel(label);
  const outgoing = createOutgoing({ ledger, say: sayFile, openChannel: open, now, date, makeThumbnail });
  const incoming = createIncoming({ ledger, say: sayFile, storage, now, date });
  let unwatch: (() => void) | undefined;

  /** Measures progress only while a file is moving. */
  function watch(transfers: readonly Transfer[]) {
    const isMoving = transfers.some(({ phase }) => phase === "moving");
    if (isMoving) return void (unwatch ??= every(SHOW_MS, measure));
    unwatch?.();
    unwatch = undefined;
  }

  function measure() {
    outgoing.measure();
    incoming.measure();
  }

  function stop(id: string, state: TransferState, reason?: CancelReason) {
    const transfer = ledger.get(id);
    if (transfer === undefined || isOver(transfer)) return;
    (transfer.direction === "out" ? outgoing : incoming).stop(id, state, reason);
  }

  function cancelled(id: string, reason: CancelReason) {
    if (reason === "declined" || reason === "cancelled") stop(id, { phase: reason, by: "them" });
    else stop(id, { phase: "failed", problem: reason });
  }

  return {
    hear(said) {
      const message = parseFileMessage(said);
      if (message === undefined) return false;
      const { id } = message;
      const transfer = id === undefined ? undefined : ledger.get(id);
      // A file's own sender can't accept or confirm it.
      const isTheirs = transfer?.direction === "in";
      if (message.type === "malformed") {
        if (id !== undefined) stop(id, { phase: "failed", problem: "malformed" }, "malformed");
      } else if (message.type === "file-cancel") cancelled(message.id, message.reason);
      else if (message.type === "file-offer") {
        if (transfer === undefined) incoming.offered(message);
      } else if (transfer === undefined) sayFile({ type: "file-cancel", id, reason: "unknown" });
      else if (isTheirs) stop(message.id, { phase: "failed", problem: "malformed" }, "malformed");
      else if (message.type === "file-accept") outgoing.accepted(message.id, message.offset);
      else if (message.type === "file-written") outgoing.written(message.id, message.bytes);
      else outgoing.done(message.id);
      return true;
    },

    takeChannel(channel) {
      const id = idOfLabel(channel.label);
      if (id === undefined) return false;
      incoming.takeChannel(id, channel);
      return true;
    },

    offer(files) {
      for (const file of files) outgoing.offer(createId(), file);
    },

    accept: (id, { pick = false } = {}) => incoming.accept(id, pick),
    decline: (id) => stop(id, { phase: "declined", by: "me" }, "declined"),
    cancel: (id) => stop(id, { phase: "cancelled", by: "me" }, "cancelled"),

    callEnded() {
      for (const { id } of ledger.list()) stop(id, { phase: "failed", problem: "call-over" });
    },

    close() {
      for (const { id } of ledger.list()) stop(id, { phase: "cancelled", by: "me" }, "cancelled");
      ledger.clear();
      storage.close();
    },
  };
}

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function repeat(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
}
