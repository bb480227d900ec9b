import { type Chat, type ChatMessage, createChat } from "@/lib/client/chat.ts";
import type { CallEvent } from "@/lib/client/state.ts";
import { FakeChannel } from "@/testing/fake_channel.ts";

/** One side of a chat without a call around it. */
export interface TestChat {
  readonly chat: Chat;
  readonly abort: AbortController;
  readonly events: CallEvent[];
  /** Each time that the other side began to type, or ended. */
  readonly typing: boolean[];
  /** What came over the control channel for others. */
  readonly beside: Record<string, unknown>[];
  messages(): readonly ChatMessage[];
  /** How often there was a new list. */
  changes(): number;
  /** `me: hello ✓` */
  shown(): string[];
}

/** Makes a side that has no channels yet. */
export function testChat(): TestChat {
  const abort = new AbortController();
  const events: CallEvent[] = [];
  const typing: boolean[] = [];
  const beside: Record<string, unknown>[] = [];
  let messages: readonly ChatMessage[] = [];
  let changes = 0;
  const chat = createChat({
    report: (event) => events.push(event),
    onMessages(next) {
      messages = next;
      changes++;
    },
    onTyping: (types) => typing.push(types),
    onBeside: (message) => beside.push(message),
    now: Date.now,
    abort: abort.signal,
  });
  const show = (it: ChatMessage) => `${it.from}: ${it.text}${it.from === "me" && it.delivered ? " ✓" : ""}`;
  return {
    chat,
    abort,
    events,
    typing,
    beside,
    messages: () => messages,
    changes: () => changes,
    shown: () => messages.map(show),
  };
}

/** Two sides, whose channels are attached and still closed. */
export function twoChats() {
  const [a, b] = [testChat(), testChat()];
  const mine = { chat: new FakeChannel("chat"), control: new FakeChannel("toucan") };
  const theirs = { chat: mine.chat.pair(), control: mine.control.pair() };
  Object.values(mine).forEach((channel) => a.chat.attach(channel.asChannel));
  Object.values(theirs).forEach((channel) => b.chat.attach(channel.asChannel));
  return { a, b, channels: { a: mine, b: theirs } };
}

/** Two sides that are ready to talk. */
export function openChats() {
  const made = twoChats();
  for (const { chat, control } of [made.channels.b, made.channels.a]) {
    control.open();
    chat.open();
  }
  return made;
}

/** One side, whose other one is whatever the test says by its channels. */
export function oneChat() {
  const side = testChat();
  const channels = { chat: new FakeChannel("chat"), control: new FakeChannel("toucan") };
  for (const channel of Object.values(channels)) {
    side.chat.attach(channel.asChannel);
    channel.open();
  }
  return {
    side,
    channels,
    /** Says something over the control channel. */
    tell: (message: unknown) => channels.control.receive(JSON.stringify(message)),
    /** What was said over the control channel. */
    told: () => channels.control.sent.map((text) => JSON.parse(text)),
  };
}
