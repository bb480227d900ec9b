const encoder = new TextEncoder();

/** A bare TCP connection to a server, for what no HTTP client would send. */
export interface Wire extends Disposable {
  send(data: string | Uint8Array): Promise<void>;
  /** Reads until `wanted` has come or the server closes the connection; returns all text read by this call. */
  readUntil(wanted: string): Promise<string>;
}

/** Connects to a server on this machine. */
export async function openWire(url: string): Promise<Wire> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(url).port) });
  const buffer = new Uint8Array(16_384);
  return {
    async send(data) {
      let rest = typeof data === "string" ? encoder.encode(data) : data;
      while (rest.length > 0) rest = rest.subarray(await connection.write(rest));
    },
    async readUntil(wanted) {
      const decoder = new TextDecoder();
      let text = "";
      while (!text.includes(wanted)) {
        const length = await connection.read(buffer);
        if (length === null) break;
        text += decoder.decode(buffer.subarray(0, length), { stream: true });
      }
      return text;
    },
    [Symbol.dispose]: () => connection.close(),
  };
}
