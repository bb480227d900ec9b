/** What is said to a server, on its way there. */
export interface Tampering {
  /** Changes a message; `undefined` drops it. By default nothing is changed. */
  change?(message: Record<string, unknown>): Record<string, unknown> | undefined;
  /** Holds these messages back until the promise is resolved. */
  hold?(messages: readonly Record<string, unknown>[]): Promise<void> | undefined;
}

/** A proxy that carries HTTP only, and tampers with what is said. */
export interface TamperingProxy extends AsyncDisposable {
  readonly url: string;
}

/** Starts a tampering proxy on a free port. */
export function startTamperingProxy(target: string, { change, hold }: Tampering = {}): TamperingProxy {
  const end = new AbortController();

  async function handle(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    const headers = new Headers(request.headers);
    headers.delete("content-length");
    // `fetch` unpacks a body, but leaves the header that says how it was packed.
    headers.set("accept-encoding", "identity");
    try {
      const body = method === "POST" ? await tamper(await request.text()) : null;
      const answer = await fetch(target + pathname + search, { method, headers, body, signal: end.signal });
      return new Response(answer.body, answer);
    } catch {
      return new Response("The server is away", { status: 502 });
    }
  }

  async function tamper(text: string): Promise<string> {
    const messages: Record<string, unknown>[] = [JSON.parse(text)].flat();
    await hold?.(messages);
    return JSON.stringify(change === undefined ? messages : messages.flatMap((message) => change(message) ?? []));
  }

  const server = Deno.serve({ port: 0, signal: end.signal, onListen: () => {} }, handle);
  return {
    url: `http://localhost:${server.addr.port}`,
    async [Symbol.asyncDispose]() {
      end.abort();
      await Promise.race([server.finished, new Promise((resolve) => setTimeout(resolve, 100))]);
    },
  };
}

/** Puts an address that nobody has (RFC 5737) in place of that of each candidate. */
export function mislead(message: Record<string, unknown>): Record<string, unknown> {
  const edit = (text: string) =>
    text.replace(/^((?:a=)?candidate:\S+ \d+ \S+ \d+) \S+ (\d+ typ)/gm, "$1 198.51.100.7 $2");
  const { sdp, candidate } = message;
  if (typeof sdp === "string") return { ...message, sdp: edit(sdp) };
  if (typeof candidate !== "object" || candidate === null) return message;
  return {
    ...message,
    candidate: { ...candidate, candidate: edit(String((candidate as RTCIceCandidateInit).candidate)) },
  };
}

/** Changes the first byte of a description's fingerprint. */
export function editFingerprint(message: Record<string, unknown>): Record<string, unknown> {
  const { sdp } = message;
  if (typeof sdp !== "string") return message;
  return {
    ...message,
    sdp: sdp.replace(/^(a=fingerprint:\S+ )(\S\S)/gm, (_, start, byte) => start + (byte === "00" ? "FF" : "00")),
  };
}
