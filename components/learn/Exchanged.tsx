import { useMemo } from "preact/hooks";
import type { JournalEntry } from "@/lib/client/mod.ts";
import { messagesOf } from "@/lib/inspect/messages_of.ts";
import type { Message } from "@/lib/protocol/mod.ts";
import { fill } from "@/words/fill.ts";
import type { ReplayWords } from "./words.ts";

export interface ExchangedProps {
  entries: readonly JournalEntry[];
  words: ReplayWords["exchanged"];
  ready: boolean;
  onOpen(messages: readonly Message[]): void;
}

const KINDS = ["offer", "answer", "candidate"] as const;

/** The kinds of notes, each with one from the recorded call to inspect. */
export function Exchanged({ entries, words, ready, onOpen }: ExchangedProps) {
  const messages = useMemo(() => messagesOf(entries), [entries]);
  return (
    <ul class="notes">
      {KINDS.map((kind) => {
        const { name, text } = words.notes[kind];
        const example = messages.find(({ type }) => type === kind);
        return (
          <li key={kind} class="card note">
            <h3>{name}</h3>
            <p>{text}</p>
            {example !== undefined && (
              <button
                type="button"
                class="button"
                disabled={!ready}
                onClick={() => onOpen([example])}
              >
                {fill(words.look, { name })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
