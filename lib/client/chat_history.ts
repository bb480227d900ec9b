/** One chat message as a page shows it. */
export interface ChatMessage {
  /** Counts upwards from 1, from call to call. */
  readonly id: number;
  readonly from: "me" | "them";
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The other side has it; stays `false` if that isn't toucan. */
  readonly delivered: boolean;
  /** How many parts of a long message are still missing; not set if it is complete. */
  readonly missing?: number;
}

/** A message before it is in the history. */
type NewMessage = Omit<ChatMessage, "id" | "at" | "delivered">;

/** The messages of a call and of those before it, oldest first. */
export interface History {
  /** Appends a message and returns its ID. */
  add(message: NewMessage): number;
  /** Replaces those of these messages that are still there. */
  replace(ids: readonly number[], make: (message: ChatMessage) => ChatMessage): void;
  /** Removes messages. */
  remove(ids: readonly number[]): void;
}

/** How much is kept, so that endless writing doesn't fill the memory. A character is a UTF-16 code unit. */
interface HistoryLimits {
  readonly messages: number;
  readonly chars: number;
}

const LIMITS: HistoryLimits = { messages: 12_000, chars: 32 * 1024 * 1024 };

/** Creates a history. Each change calls `onMessages` with a new list; a full one loses its oldest messages. */
export function createHistory({ onMessages, now, earlier = [], limits = LIMITS }: {
  onMessages(messages: readonly ChatMessage[]): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Messages of earlier calls. */
  earlier?: readonly ChatMessage[];
  limits?: HistoryLimits;
}): History {
  let messages = earlier;
  let chars = earlier.reduce((sum, { text }) => sum + text.length, 0);
  let lastId = earlier.at(-1)?.id ?? 0;

  function add(added: NewMessage): number {
    const message = { id: ++lastId, at: now(), delivered: added.from === "them", ...added };
    chars += message.text.length;
    show([...messages, message]);
    return message.id;
  }

  function replace(ids: readonly number[], make: (message: ChatMessage) => ChatMessage) {
    const next = messages.slice();
    for (const id of ids) {
      const index = indexOfId(messages, id);
      const old = messages[index];
      if (old?.id !== id) continue;
      const made = next[index] = make(old);
      chars += made.text.length - old.text.length;
    }
    show(next);
  }

  function remove(ids: readonly number[]) {
    const next = messages.filter(({ id }) => !ids.includes(id));
    for (const { id, text } of messages) chars -= ids.includes(id) ? text.length : 0;
    show(next);
  }

  function show(next: readonly ChatMessage[]) {
    messages = next;
    // A tenth at a time, so that a full history isn't trimmed for every message.
    while (messages.length > 1 && (messages.length > limits.messages || chars > limits.chars)) {
      const gone = Math.ceil(messages.length / 10);
      for (const { text } of messages.slice(0, gone)) chars -= text.length;
      messages = messages.slice(gone);
    }
    onMessages(messages);
  }

  return { add, replace, remove };
}

/** Returns the index of the first message with this ID or a later one. */
export function indexOfId(messages: readonly ChatMessage[], id: number): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
