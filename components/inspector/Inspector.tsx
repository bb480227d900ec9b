import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Message } from "@/lib/protocol/mod.ts";
import { Explained } from "./Explained.tsx";
import type { InspectorWords } from "./words.ts";

export interface InspectorProps {
  messages: readonly Message[];
  words: InspectorWords;
  /** As BCP 47 names it. */
  language: string;
  onClose(): void;
}

/** Explains messages line by line. Takes the focus when it opens, and returns it when it closes. */
export function Inspector({ messages, words, language, onClose }: InspectorProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);

  // Another message may be opened meanwhile; it is read from its start.
  useEffect(() => heading.current?.focus(), [messages]);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  }

  return (
    <section class="inspector" aria-labelledby="inspector-title" onKeyDown={onKeyDown}>
      <header class="inspector-head">
        <h3 ref={heading} id="inspector-title" tabIndex={-1}>{words.title}</h3>
        <button type="button" class="button" onClick={onClose}>{words.close}</button>
      </header>
      {messages.length === 0 && <p>{words.none}</p>}
      {messages.map((message, index) => <Explained key={index} message={message} words={words} language={language} />)}
    </section>
  );
}
