/** A WebSocket without a network: the test is its server. */
export class FakeSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  /** What was sent, parsed. */
  readonly sent: Record<string, unknown>[] = [];

  constructor(readonly path: string) {
    super();
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }

  /** The server takes the upgrade. */
  open(): void {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  /** The server says something; text goes as it is. */
  receive(value: unknown): void {
    const data = typeof value === "string" ? value : JSON.stringify(value);
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** The connection ends, or never comes about. */
  cut(): void {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(new Event("close"));
  }
}

/** What makes sockets, and keeps them. */
export function fakeSockets(): { sockets: FakeSocket[]; createSocket(path: string): WebSocket } {
  const sockets: FakeSocket[] = [];
  return {
    sockets,
    createSocket(path) {
      const socket = new FakeSocket(path);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  };
}
