import type { Words } from "@/words/mod.ts";
import { Filled } from "./Filled.tsx";

export interface ExplanationProps {
  /** Scheme, host and port of this server. */
  origin: string;
  /** The room's API below it. */
  base: string;
  words: Words["explanation"];
}

/** What goes on behind the two buttons, for those who want to know. */
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
      <h3>{words.terminal.heading}</h3>
      <p>
        <Filled text={words.terminal.text} values={{ base: <code>{origin + base}</code> }} />
      </p>
      <pre class="terminal" tabIndex={0}><code>{`curl -i ${origin}${base}/offer`}</code></pre>
    </section>
  );
}
