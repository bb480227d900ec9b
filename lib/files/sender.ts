import { createChecksum } from "./checksum.ts";
import { BLOCK_BYTES, BUFFER_BYTES, CHUNK_BYTES, WINDOW_BYTES } from "./limits.ts";
import type { FileProblem } from "./transfer.ts";

/** Sends a file, over several channels in turn if one breaks. */
export interface Sender {
  /** Sends from this offset, the start of a block or the end of the file; gives up any previous channel. */
  start(channel: RTCDataChannel, offset: number): void;
  /** The other side has written this much; the first time on a channel, this means it is ready. */
  written(bytes: number): void;
  /** How many bytes of the file have left this side over the current channel. */
  sentBytes(): number;
  /** The highest offset that any channel has reached. */
  reachedBytes(): number;
  stop(): void;
}

export interface SenderOptions {
  file: Blob;
  /** Everything has been sent. */
  onSent(checksum: string): void;
  /** The channel broke. */
  onBreak(): void;
  onProblem(problem: FileProblem): void;
}

/** Sending over one channel. */
interface Run {
  readonly channel: RTCDataChannel;
  readonly abort: AbortController;
  position: number;
  /** How much the other side has written; `undefined` until it is ready. */
  writtenBytes: number | undefined;
  wake: PromiseWithResolvers<void>;
}

/** Creates a sender that waits for a channel. */
export function createSender({ file, onSent, onBreak, onProblem }: SenderOptions): Sender {
  const checksum = createChecksum();
  let run: Run | undefined;
  let reached = 0;

  function start(channel: RTCDataChannel, offset: number) {
    stop();
    const own = run = {
      channel,
      abort: new AbortController(),
      position: offset,
      writtenBytes: undefined,
      wake: Promise.withResolvers<void>(),
    };
    const listen = { signal: own.abort.signal };
    channel.bufferedAmountLowThreshold = BUFFER_BYTES / 2;
    channel.addEventListener("bufferedamountlow", () => wake(own), listen);
    channel.addEventListener("open", () => wake(own), listen);
    channel.addEventListener("close", () => giveUp(own), listen);
    send(own).catch((error) => {
      if (own.abort.signal.aborted) return;
      if (!(error instanceof Unreadable)) return giveUp(own);
      stop();
      onProblem("not-readable");
    });
  }

  async function send(own: Run) {
    let coming = read(own.position);
    while (own.position < file.size) {
      const block = await coming;
      checksum.add(own.position, block);
      coming = read(own.position + block.length);
      for (let at = 0; at < block.length; at += CHUNK_BYTES) {
        const chunk = block.subarray(at, at + CHUNK_BYTES);
        await room(own);
        own.channel.send(chunk);
        own.position += chunk.length;
        reached = Math.max(reached, own.position);
      }
    }
    const sha256 = await checksum.digest();
    await room(own);
    own.channel.send(JSON.stringify({ type: "file-end", sha256 }));
    onSent(sha256);
  }

  // Reads ahead; a failure reaches the code that awaits the block.
  function read(offset: number): Promise<Uint8Array<ArrayBuffer>> {
    const block = readBlock(file, offset);
    block.catch(() => {});
    return block;
  }

  async function room(own: Run) {
    while (!own.abort.signal.aborted && !hasRoom(own)) await own.wake.promise;
    own.abort.signal.throwIfAborted();
  }

  function giveUp(own: Run) {
    if (run !== own) return;
    stop();
    onBreak();
  }

  function stop() {
    if (run === undefined) return;
    const { channel, abort } = run;
    abort.abort();
    wake(run);
    run = undefined;
    channel.close();
  }

  return {
    start,
    written(bytes) {
      if (run === undefined) return;
      run.writtenBytes = bytes;
      wake(run);
    },
    sentBytes: () => run === undefined ? 0 : Math.max(0, run.position - run.channel.bufferedAmount),
    reachedBytes: () => reached,
    stop,
  };
}

class Unreadable extends Error {}

async function readBlock(file: Blob, offset: number): Promise<Uint8Array<ArrayBuffer>> {
  const end = Math.min(offset + BLOCK_BYTES, file.size);
  const bytes = await file.slice(offset, end).arrayBuffer().catch(() => undefined);
  if (bytes?.byteLength !== Math.max(0, end - offset)) throw new Unreadable("Cannot read the file: it has changed");
  return new Uint8Array(bytes);
}

function hasRoom({ channel, position, writtenBytes }: Run): boolean {
  if (channel.readyState !== "open" || writtenBytes === undefined) return false;
  return position - writtenBytes < WINDOW_BYTES && channel.bufferedAmount < BUFFER_BYTES;
}

function wake(run: Run) {
  run.wake.resolve();
  run.wake = Promise.withResolvers<void>();
}
