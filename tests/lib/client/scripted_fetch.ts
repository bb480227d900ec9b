import { type Message, type RefusalCode, REFUSALS, TITLES } from "@/lib/protocol/mod.ts";

/** One request that was sent. */
export interface SentRequest {
  /** Such as `GET /offer`. */
  readonly line: string;
  readonly headers: Headers;
  /** What was sent as JSON. */
  readonly body: unknown;
  readonly init: RequestInit;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What happens to a request: an answer, a network error, or nothing until it is aborted. */
export type Scripted =
  | Response
  | "network error"
  | "silence"
  | ((request: SentRequest) => Scripted | Promise<Response>);

/** A `fetch` that answers from a script, request by request; the last entry stays for all further ones. */
export function scriptFetch(...script: Scripted[]): { fetch: typeof fetch; requests: SentRequest[] } {
  const requests: SentRequest[] = [];
  const answer = (entry: Scripted | Promise<Response> | undefined, request: SentRequest): Promise<Response> => {
    if (typeof entry === "function") return answer(entry(request), request);
    if (entry === "silence") return untilAborted(request.init.signal);
    if (entry instanceof Promise) return entry.then((response) => response.clone());
    if (entry instanceof Response) return Promise.resolve(entry.clone());
    return Promise.reject(new TypeError("Failed to fetch"));
  };
  return {
    requests,
    fetch: (input, init = {}) => {
      const body = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
      const line = `${init.method} ${input}`;
      const request = { line, headers: new Headers(init.headers), body, init, at: Date.now() };
      const entry = script[Math.min(requests.push(request), script.length) - 1];
      return answer(entry, request);
    },
  };
}

/** An answer with a JSON body. */
export function json(body: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return Response.json(body, { status, headers });
}

/** What was said in the call that an ETag names, numbered from 1. */
export function news(call: string, ...messages: Message[]): Response {
  return json({
    messages: messages.map((message, index) => ({ seq: index + 1, ...message })),
    next: messages.length,
    call,
  });
}

/** A refusal as the contract writes it. */
export function problem(code: RefusalCode, headers: Record<string, string> = {}): Response {
  const [status, title] = [REFUSALS[code], TITLES[code]];
  return json({ type: `/problems#${code}`, title, status, detail: `Cannot: ${code}` }, headers, status);
}

function untilAborted(abort: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (abort?.aborted) reject(abort.reason);
    abort?.addEventListener("abort", () => reject(abort.reason), { once: true });
  });
}
