import { createChecksum } from "./checksum.ts";
import { BLOCK_BYTES, WINDOW_BYTES } from "./limits.ts";
import { parseEndMark } from "./message.ts";
import type { Sink } from "./sink.ts";
import type { FileProblem } from "./transfer.ts";

/** Receives a file into a sink, over several channels in turn if one breaks. */
export interface Receiver {
  /** Listens on a channel; `false` if it already has one. */
  take(channel: RTCDataChannel): boolean;
  /** Where the next channel has to continue. */
  offset(): number;
  receivedBytes(): number;
  /** Ends the transfer and discards what has arrived. */
  stop(): void;
}

export interface ReceiverOptions {
  sizeBytes: number;
  sink: Sink;
  /** Called with how much is written: when a channel is ready, and after each block. */
  onWritten(bytes: number): void;
  /** Everything has arrived; the checksum is next. */
  onReceived(): void;
  onDone(checksum: string, blob: Blob | undefined): void;
  /** The channel broke before the end. */
  onBreak(): void;
  /** Something went wrong, and everything is discarded. */
  onProblem(problem: FileProblem): void;
}

/** Only a sender that ignores the window leaves more than this unwritten. */
const MAX_UNWRITTEN_BYTES = 2 * WINDOW_BYTES;

/** Creates a receiver that waits for a channel. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { sizeBytes, sink, onWritten, onReceived, onDone, onBreak, onProblem } = options;
  const checksum = createChecksum();
  const abort = new AbortController();
  let channel: RTCDataChannel | undefined;
  /** The offset of the current block; those before are written, or on their way to the sink. */
  let begun = 0;
  let block = emptyBlock(0);
  let filled = 0;
  let written = 0;
  let ended = false;
  let writing = Promise.resolve();

  function take(taken: RTCDataChannel): boolean {
    if (channel !== undefined || ended || abort.signal.aborted) return false;
    channel = taken;
    const leave = new AbortController();
    const listen = { signal: AbortSignal.any([abort.signal, leave.signal]) };
    taken.binaryType = "arraybuffer";
    taken.addEventListener("message", ({ data }) => hear(data), listen);
    taken.addEventListener("close", () => {
      leave.abort();
      lose();
    }, listen);
    // Chromium may lose messages that arrive before its own side has opened the channel, so the sender waits for this.
    if (taken.readyState === "open") onWritten(written);
    else taken.addEventListener("open", () => onWritten(written), listen);
    return true;
  }

  function hear(data: unknown) {
    if (ended) return fail("malformed");
    if (typeof data === "string") return end(data);
    if (!(data instanceof ArrayBuffer)) return fail("malformed");
    if (begun + filled + data.byteLength > sizeBytes) return fail("too-many-bytes");
    if (begun + filled + data.byteLength - written > MAX_UNWRITTEN_BYTES) return fail("too-fast");
    fillBlocks(new Uint8Array(data));
  }

  function fillBlocks(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + block.length - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === block.length) store();
    }
  }

  function store() {
    const [offset, full] = [begun, block];
    begun += full.length;
    filled = 0;
    block = emptyBlock(begun);
    writing = writing.then(() => write(offset, full));
  }

  async function write(offset: number, full: Uint8Array<ArrayBuffer>) {
    if (abort.signal.aborted) return;
    try {
      checksum.add(offset, full);
      await sink.write(full);
      written += full.length;
      if (!abort.signal.aborted) onWritten(written);
    } catch {
      fail("not-written");
    }
  }

  function end(text: string) {
    const mark = parseEndMark(text);
    if (mark === undefined) return fail("malformed");
    if (begun !== sizeBytes) return fail("too-few-bytes");
    ended = true;
    onReceived();
    writing = writing.then(() => finish(mark.sha256));
  }

  async function finish(claimed: string) {
    if (abort.signal.aborted) return;
    try {
      const own = await checksum.digest();
      if (abort.signal.aborted) return;
      if (own !== claimed) return fail("checksum-mismatch");
      const blob = await sink.finish();
      if (!abort.signal.aborted) onDone(own, blob);
    } catch {
      fail("not-written");
    }
  }

  function lose() {
    channel = undefined;
    filled = 0;
    if (!ended) onBreak();
  }

  function fail(problem: FileProblem) {
    if (abort.signal.aborted) return;
    stop();
    onProblem(problem);
  }

  function stop() {
    abort.abort();
    channel?.close();
    writing.then(() => sink.discard()).catch(() => {});
  }

  function emptyBlock(offset: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Math.min(BLOCK_BYTES, sizeBytes - offset));
  }

  return { take, offset: () => begun, receivedBytes: () => begun + filled, stop };
}
