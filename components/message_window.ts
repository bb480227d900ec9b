import { type ChatMessage, indexOfId } from "@/lib/client/mod.ts";

/** Which messages are drawn, by their ids: those from `first` on, up to the newest or to just before `end`. */
export interface MessageWindow {
  readonly first: number;
  readonly end: number;
}

/** How many messages are drawn at most, and how many more at a time when a reader scrolls on. */
export const DRAWN = { most: 120, step: 40 } as const;

/** From the first message on, and with the newest. */
export const NEWEST: MessageWindow = { first: 1, end: Infinity };

/** The messages that are drawn. */
export function inWindow(messages: readonly ChatMessage[], window: MessageWindow): readonly ChatMessage[] {
  const [start, stop] = bounds(messages, window);
  return messages.slice(start, stop);
}

/** Whether there are newer messages than those drawn. */
export function hasNewer(messages: readonly ChatMessage[], window: MessageWindow): boolean {
  return bounds(messages, window)[1] < messages.length;
}

/** Whether there are older messages than those drawn. */
export function hasOlder(messages: readonly ChatMessage[], window: MessageWindow): boolean {
  return bounds(messages, window)[0] > 0;
}

/**
 * What is drawn when messages have come: of one that has become too long the oldest are left out where the reader is at
 * the end, and otherwise the newest, so that nothing moves under the reader.
 */
export function follow(messages: readonly ChatMessage[], window: MessageWindow, atEnd: boolean): MessageWindow {
  const [start, stop] = bounds(messages, window);
  if (atEnd) {
    if (stop === messages.length && stop - start <= DRAWN.most) return window;
    return between(messages, messages.length - DRAWN.most + DRAWN.step, messages.length);
  }
  return stop - start <= DRAWN.most ? window : between(messages, start, start + DRAWN.most);
}

/** What is drawn when the reader scrolls back. */
export function older(messages: readonly ChatMessage[], window: MessageWindow): MessageWindow {
  const [start, stop] = bounds(messages, window);
  return between(messages, start - DRAWN.step, Math.min(stop, start - DRAWN.step + DRAWN.most));
}

/** What is drawn when the reader scrolls on. */
export function newer(messages: readonly ChatMessage[], window: MessageWindow): MessageWindow {
  const [start, stop] = bounds(messages, window);
  return between(messages, Math.max(start, stop + DRAWN.step - DRAWN.most), stop + DRAWN.step);
}

function bounds(messages: readonly ChatMessage[], { first, end }: MessageWindow): [number, number] {
  return [indexOfId(messages, first), indexOfId(messages, end)];
}

function between(messages: readonly ChatMessage[], start: number, stop: number): MessageWindow {
  return { first: start <= 0 ? 1 : messages[start]!.id, end: messages[stop]?.id ?? Infinity };
}
