import type { Message } from "@/lib/protocol/mod.ts";
import { fill } from "@/words/fill.ts";

export type LadderWords = typeof import("@/words/en/ladder.ts").ladder;

/** Names messages in a few words. */
export function nameMessages(messages: readonly Message[], words: LadderWords): string {
  const names = words.messages;
  const counts = new Map<string, number>();
  for (const { type } of messages) counts.set(type, (counts.get(type) ?? 0) + 1);
  const isAll = counts.size > 1 && counts.delete("end-of-candidates");
  const named = [...counts].map(([type, count]) => {
    if (type === "candidate") {
      return count === 1 ? fill(names.candidate.one, { count }) : fill(names.candidate.other, { count });
    }
    return isNamed(type) ? names[type] : names.unknown;
  }).join(" + ");
  return isAll ? fill(names.all, { messages: named }) : named;
}

/** Names a state; falls back to the browser's own word. */
export function nameState(state: string, { states }: LadderWords): string {
  return Object.hasOwn(states, state) ? states[state as keyof typeof states] : state;
}

function isNamed(type: string): type is Exclude<Message["type"], "candidate"> {
  return type === "offer" || type === "answer" || type === "end-of-candidates" || type === "renegotiate" ||
    type === "bye";
}
