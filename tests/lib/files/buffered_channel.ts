/** One end of a data channel between two engines, with a buffer that drains a message at a time. */
export class BufferedChannel extends EventTarget {
  readyState: RTCDataChannelState = "connecting";
  binaryType: BinaryType = "blob";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  /** The most that was ever buffered. */
  peakBytes = 0;
  /** What is on its way is replaced by what this gives; `undefined` loses it. */
  tamper: (data: string | ArrayBuffer) => string | ArrayBuffer | undefined = (data) => data;
  twin!: BufferedChannel;
  #queue: (string | ArrayBuffer)[] = [];
  #isDraining = false;
  #isPaused = false;

  constructor(readonly label: string) {
    super();
  }

  static pair(label: string): [BufferedChannel, BufferedChannel] {
    const ends: [BufferedChannel, BufferedChannel] = [new BufferedChannel(label), new BufferedChannel(label)];
    [ends[0].twin, ends[1].twin] = [ends[1], ends[0]];
    return ends;
  }

  open(): void {
    for (const end of [this, this.twin]) {
      end.readyState = "open";
      end.dispatchEvent(new Event("open"));
    }
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.readyState !== "open") throw new DOMException("Channel is not open", "InvalidStateError");
    const copy = typeof data === "string" ? data : data.slice().buffer;
    this.#queue.push(copy);
    this.bufferedAmount += sizeOf(copy);
    this.peakBytes = Math.max(this.peakBytes, this.bufferedAmount);
    this.#drain();
  }

  /** There is no path: what is sent waits. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#drain();
  }

  /** The channel fails: what is on its way is lost. */
  break(): void {
    for (const end of [this, this.twin]) {
      end.#queue = [];
      end.#closed();
    }
  }

  /** What is still to be sent arrives first, as the closing procedure wants it. */
  close(): void {
    if (this.readyState !== "open" && this.readyState !== "connecting") return;
    this.readyState = "closing";
    this.#drain();
  }

  async #drain() {
    if (this.#isDraining) return;
    this.#isDraining = true;
    await Promise.resolve();
    while (!this.#isPaused && this.#queue.length > 0) {
      const data = this.#queue.shift()!;
      const before = this.bufferedAmount;
      this.bufferedAmount -= sizeOf(data);
      const tampered = this.tamper(data);
      if (tampered !== undefined && this.twin.readyState === "open") {
        this.twin.dispatchEvent(new MessageEvent("message", { data: tampered }));
      }
      const low = this.bufferedAmountLowThreshold;
      if (before > low && this.bufferedAmount <= low) this.dispatchEvent(new Event("bufferedamountlow"));
      await Promise.resolve();
    }
    this.#isDraining = false;
    if (!this.#isPaused && this.readyState === "closing") this.#closed(), this.twin.#closed();
  }

  #closed() {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.dispatchEvent(new Event("close"));
  }

  /** The browser's type, of which this has the part that files use. */
  get asChannel(): RTCDataChannel {
    return this as unknown as RTCDataChannel;
  }
}

function sizeOf(data: string | ArrayBuffer): number {
  return typeof data === "string" ? data.length : data.byteLength;
}
