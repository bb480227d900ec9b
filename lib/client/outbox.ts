import { DEFAULT_LIMITS, type Message, type Receipt } from "../protocol/mod.ts";

/** Messages on their way to the server, one posting at a time, so that they keep their order. */
interface Outbox {
  /** Adds messages of a call, which wait for the posting before them. Rejects if that fails, and if their own does. */
  add(messages: readonly Message[], call: string): Promise<Receipt>;
}

interface OutboxOptions {
  send(messages: readonly Message[], call: string): Promise<Receipt>;
  /** Whether each posting is a request, so that candidates had better share it. */
  isByRequest(): boolean;
  /** Drops what hasn't been sent. */
  abort: AbortSignal;
}

/**
 * How long a posting waits for candidates to join it: with an answer in it, at first, later, with only the end in it.
 */
const WINDOWS_MS = { answer: 7, first: 25, later: 100, endOnly: 5_000 };

interface Waiting extends PromiseWithResolvers<Receipt> {
  readonly messages: Message[];
  readonly call: string;
}

/** Creates an empty outbox. */
export function createOutbox({ send, isByRequest, abort }: OutboxOptions): Outbox {
  const queue: Waiting[] = [];
  let isSending = false;
  let hasTrickled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sendSoon() {
    const [next] = queue;
    if (next === undefined || isSending) return;
    const ms = isByRequest() && queue.length === 1 ? windowOf(next.messages) : 0;
    if (ms > 0) return void (timer ??= setTimeout(() => sendNow(next), ms));
    sendNow(next);
  }

  async function sendNow(next: Waiting) {
    clearTimeout(timer);
    timer = undefined;
    isSending = true;
    const messages = next.messages.splice(0, DEFAULT_LIMITS.batch);
    const isAll = next.messages.length === 0;
    if (isAll) queue.shift();
    hasTrickled ||= messages.every(isTrickled);
    try {
      const receipt = await send(messages, next.call);
      if (isAll) next.resolve(receipt);
      isSending = false;
      sendSoon();
    } catch (error) {
      isSending = false;
      drop(error, next);
    }
  }

  function windowOf(messages: readonly Message[]): number {
    const ends = messages.some(({ type }) => type === "end-of-candidates");
    if (ends) return messages.length === 1 ? WINDOWS_MS.endOnly : 0;
    if (messages.every(isTrickled)) return hasTrickled ? WINDOWS_MS.later : WINDOWS_MS.first;
    return messages[0]?.type === "answer" ? WINDOWS_MS.answer : 0;
  }

  function drop(error: unknown, ...more: Waiting[]) {
    clearTimeout(timer);
    timer = undefined;
    for (const { reject } of [...more, ...queue.splice(0)]) reject(error);
  }

  abort.addEventListener("abort", () => drop(abort.reason), { once: true });

  return {
    add(messages, call) {
      if (abort.aborted) return Promise.reject(abort.reason);
      let waiting = queue.at(-1);
      if (waiting?.call === call && messages.every(isTrickled)) waiting.messages.push(...messages);
      else queue.push(waiting = { messages: [...messages], call, ...Promise.withResolvers<Receipt>() });
      sendSoon();
      return waiting.promise;
    },
  };
}

function isTrickled({ type }: Message): boolean {
  return type === "candidate" || type === "end-of-candidates";
}
