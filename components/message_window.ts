import { type ChatMessage, indexOfId } from "@/lib/client/mod.ts";

/** The messages that are drawn, by ID: from `first` up to just before `end`. */
export interface MessageWindow {
  readonly first: number;
  readonly end: number;
}

/** How many messages are drawn at most, and by how many the window moves as the reader scrolls. */
export const DRAWN = { most: 120, step: 40 } as const;

/** All messages, up to the newest. */
export const NEWEST: MessageWindow = { first: 1, end: Infinity };

/** Returns the messages in the window. */
export function inWindow(messages: readonly ChatMessage[], window: MessageWindow): readonly ChatMessage[] {
  const [start, stop] = bounds(messages, window);
  return messages.slice(start, stop);
}

/** Whether there are messages after the window. */
export function hasNewer(messages: readonly ChatMessage[], window: MessageWindow): boolean {
  return bounds(messages, window)[1] < messages.length;
}

/** Whether there are messages before the window. */
export function hasOlder(messages: readonly ChatMessage[], window: MessageWindow): boolean {
  return bounds(messages, window)[0] > 0;
}

/**
 * Adjusts the window to new messages. If it has become too long, it drops the oldest if the reader is at the end, and
 * otherwise the newest, so that nothing moves for the reader.
 */
export function follow(messages: readonly ChatMessage[], window: MessageWindow, atEnd: boolean): MessageWindow {
  const [start, stop] = bounds(messages, window);
  if (atEnd) {
    if (stop === messages.length && stop - start <= DRAWN.most) return window;
    return between(messages, messages.length - DRAWN.most + DRAWN.step, messages.length);
  }
  return stop - start <= DRAWN.most ? window : between(messages, start, start + DRAWN.most);
}

/** Moves the window back. */
export function older(messages: readonly ChatMessage[], window: MessageWindow): MessageWindow {
  const [start, stop] = bounds(messages, window);
  return between(messages, start - DRAWN.step, Math.min(stop, start - DRAWN.step + DRAWN.most));
}

/** Moves the window forward. */
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
