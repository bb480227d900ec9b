import { useMemo } from "preact/hooks";
import { explain, rawOf, type Section } from "@/lib/inspect/mod.ts";
import type { Message } from "@/lib/protocol/mod.ts";
import { fill } from "@/words/fill.ts";
import { CopyRaw } from "./CopyRaw.tsx";
import { Lines } from "./Lines.tsx";
import type { InspectorWords } from "./words.ts";

export interface ExplainedProps {
  message: Message;
  words: InspectorWords;
  language: string;
}

/** One message, section by section. */
export function Explained({ message, words, language }: ExplainedProps) {
  const { sections, left } = useMemo(() => explain(message), [message]);
  return (
    <article class="inspected">
      <div class="inspector-head">
        <h4>{words.messages[message.type]}</h4>
        <CopyRaw text={rawOf(message)} words={words} />
      </div>
      <p>{words.intros[message.type]}</p>
      {sections.map((section, index) => (
        <div key={index}>
          {sections.length > 1 && <h5>{titleOf(section, words)}</h5>}
          <Lines lines={section.lines} words={words} language={language} />
        </div>
      ))}
      {left > 0 && <p class="hint">{fill(words.left, { count: left })}</p>}
    </article>
  );
}

function titleOf({ key, index }: Section, words: InspectorWords): string {
  return fill(words.sections[key], { number: (index ?? 0) + 1 });
}
