/** The result of reaching for the signaling server. */
export type ReachReport =
  | { readonly state: "running" | "failed" }
  /** Time taken, in milliseconds. */
  | { readonly state: "reached"; readonly ms: number };

/** What {@linkcode reachByHttp} and {@linkcode reachBySocket} use of the browser. */
export interface Reach {
  fetch: typeof fetch;
  createSocket: ((path: string) => WebSocket) | undefined;
  /** Milliseconds, from any origin. */
  now(): number;
  abort: AbortSignal;
}

/** Requests the server's health. Never rejects. */
export async function reachByHttp({ fetch, now, abort }: Reach): Promise<ReachReport> {
  const startedAt = now();
  try {
    const answer = await fetch("/healthz", { signal: abort, cache: "no-store" });
    await answer.body?.cancel();
    return answer.ok ? { state: "reached", ms: now() - startedAt } : { state: "failed" };
  } catch {
    return { state: "failed" };
  }
}

/** Opens a WebSocket in an empty room, as a call would. Never rejects. */
export async function reachBySocket({ createSocket, now, abort }: Reach): Promise<ReachReport> {
  if (createSocket === undefined || abort.aborted) return { state: "failed" };
  const startedAt = now();
  const { promise: over, resolve: finish } = Promise.withResolvers<ReachReport>();
  const fail = () => finish({ state: "failed" });
  let socket: WebSocket | undefined;
  try {
    socket = createSocket(`/rooms/self-test-${crypto.randomUUID().slice(0, 8)}/messages?to=callee&after=0`);
    socket.addEventListener("open", () => finish({ state: "reached", ms: now() - startedAt }));
    socket.addEventListener("close", fail);
    abort.addEventListener("abort", fail, { once: true });
    return await over;
  } catch {
    return { state: "failed" };
  } finally {
    socket?.close();
  }
}
