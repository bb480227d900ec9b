/** A data channel as a script: what is sent arrives at its twin a microtask later, or is lost while that isn't open. */
export class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = "connecting";
  bufferedAmount = 0;
  /** What was handed to `send()`. */
  readonly sent: string[] = [];
  #twin: FakeChannel | undefined;
  #waiting: string[] | undefined;

  constructor(readonly label: string) {
    super();
  }

  /** Makes the other side's end of this channel. */
  pair(): FakeChannel {
    const twin = this.#twin = new FakeChannel(this.label);
    twin.#twin = this;
    return twin;
  }

  open(): void {
    if (this.readyState !== "connecting") return;
    this.readyState = "open";
    this.dispatchEvent(new Event("open"));
  }

  send(data: string): void {
    if (this.readyState !== "open") throw new DOMException("Channel is not open", "InvalidStateError");
    this.sent.push(data);
    if (this.#waiting !== undefined) this.#waiting.push(data);
    else queueMicrotask(() => this.#twin?.receive(data));
  }

  /** There is no path: what is sent waits. */
  pause(): void {
    this.#waiting ??= [];
  }

  resume(): void {
    this.#waiting?.splice(0).forEach((data) => queueMicrotask(() => this.#twin?.receive(data)));
    this.#waiting = undefined;
  }

  /** As Chromium may do it: what comes before the channel is open is lost. */
  receive(data: unknown): void {
    if (this.readyState === "open") this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** What is still to be sent arrives first, as the closing procedure wants it. */
  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closing";
    queueMicrotask(() => {
      this.closed();
      // Without a path the other side hears nothing of it.
      if (this.#waiting === undefined) this.#twin?.closed();
    });
  }

  closed(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.dispatchEvent(new Event("close"));
  }

  /** The browser's type, of which this has the part that calls use. */
  get asChannel(): RTCDataChannel {
    return this as unknown as RTCDataChannel;
  }
}
