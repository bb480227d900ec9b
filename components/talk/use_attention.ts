import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CallView } from "@/lib/client/mod.ts";
import type { CallWords } from "@/words/mod.ts";
import { type Choices, isAway, keepChoices, readChoices, tell } from "./attention.ts";

/** What the person has chosen, and how to choose. */
export interface Attention {
  readonly choices: Signal<Choices>;
  choose(change: Partial<Choices>): void;
}

/** Tells a person who looks elsewhere that the other side has come, wrote, offers a file or has left. */
export function useAttention({ state, messages }: CallView, offers: number, words: CallWords["attention"]): Attention {
  const choices = useSignal<Choices>({ sound: true, notifications: false });
  const before = useRef({ phase: state.phase, received: 0, offers: 0 });
  const received = messages.findLast(({ from }) => from === "them")?.id ?? 0;

  useEffect(() => {
    choices.value = readChoices();
  }, []);

  useEffect(() => {
    const was = before.current;
    before.current = { phase: state.phase, received, offers };
    if (!isAway()) return;
    if (state.phase === "open" && was.phase !== "open" && was.phase !== "reconnecting") {
      tell(words.came, choices.peek());
    } else if (state.phase === "ended" && was.phase !== "ended") {
      if (state.reason !== "hung-up") tell(words.left, choices.peek());
    } else if (offers > was.offers) tell(words.file, choices.peek());
    else if (received > was.received) tell(words.wrote, choices.peek());
  }, [state.phase, received, offers]);

  return {
    choices,
    choose(change) {
      choices.value = { ...choices.peek(), ...change };
      keepChoices(choices.peek());
    },
  };
}
