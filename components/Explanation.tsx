import type { Words } from "@/words/mod.ts";
import { Filled } from "./Filled.tsx";

export interface ExplanationProps {
  /** This server's origin. */
  origin: string;
  /** The path of the room's API. */
  base: string;
  words: Words["explanation"];
}

/** Explains how a call works. */
export function Explanation({ origin, base, words }: ExplanationProps) {
  return (
    <section id="how" class="reading" aria-labelledby="how-title">
      <h2 id="how-title">{words.heading}</h2>
      <div class="story">
        <p>
          <Filled text={words.story} values={{ signaling: <em>{words.signaling}</em> }} />
        </p>
        <ol>
          {words.steps.map((step) => <li key={step}>{step}</li>)}
        </ol>
      </div>
      <dl class="terms">
        {words.terms.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3 id="terminal">{words.terminal.heading}</h3>
      <p>
        <Filled text={words.terminal.text} values={{ base: <code>{origin + base}</code> }} />
      </p>
      <pre class="terminal" tabIndex={0}><code>{`curl -i ${origin}${base}/offer`}</code></pre>
    </section>
  );
}
