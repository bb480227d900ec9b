/** One chat message as a page shows it. */
export interface ChatMessage {
  /** Counts upwards from 1 within a call. */
  readonly id: number;
  readonly from: "me" | "them";
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The other side has it; stays `false` where it isn't toucan. */
  readonly delivered: boolean;
  /** How many parts of a long message are still to come; not set where it is whole. */
  readonly missing?: number;
}

/** What is known of a message before it is in the history. */
export type NewMessage = Omit<ChatMessage, "id" | "at" | "delivered">;

/** What was said in a call, oldest first. */
export interface History {
  /** Adds a message at the end and gives its id. */
  add(message: NewMessage): number;
  /** Puts others in the place of those of these messages that are still there. */
  replace(ids: readonly number[], make: (message: ChatMessage) => ChatMessage): void;
  /** Takes messages out. */
  remove(ids: readonly number[]): void;
}

/** How much is kept: whoever writes without end fills no memory. A character is a UTF-16 code unit. */
export interface HistoryLimits {
  readonly messages: number;
  readonly chars: number;
}

const LIMITS: HistoryLimits = { messages: 12_000, chars: 32 * 1024 * 1024 };

/** Makes an empty history; `onMessages` is given a new list for each change, and the oldest leave one that is full. */
export function createHistory({ onMessages, now, limits = LIMITS }: {
  onMessages(messages: readonly ChatMessage[]): void;
  /** Epoch milliseconds. */
  now(): number;
  limits?: HistoryLimits;
}): History {
  let messages: readonly ChatMessage[] = [];
  let chars = 0;
  let lastId = 0;

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
    // Many at once, so that a full history isn't trimmed for each message.
    while (messages.length > 1 && (messages.length > limits.messages || chars > limits.chars)) {
      const gone = Math.ceil(messages.length / 10);
      for (const { text } of messages.slice(0, gone)) chars -= text.length;
      messages = messages.slice(gone);
    }
    onMessages(messages);
  }

  return { add, replace, remove };
}

/** Where the first message with this id or a later one is. */
export function indexOfId(messages: readonly ChatMessage[], id: number): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
