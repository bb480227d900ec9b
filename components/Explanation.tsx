export interface ExplanationProps {
  /** Scheme, host and port of this server. */
  origin: string;
  /** The room's API below it. */
  base: string;
}

/** What goes on behind the two buttons, for those who want to know. */
export function Explanation({ origin, base }: ExplanationProps) {
  return (
    <section id="how" class="reading" aria-labelledby="how-title">
      <h2 id="how-title">How it works</h2>
      <div class="story">
        <p>
          Two browsers can talk directly, but they cannot find each other: neither knows where the other is or how to
          speak to it. Somebody both can reach has to carry a few notes. That is called{" "}
          <em>signaling</em>, and it is all this server does.
        </p>
        <ol>
          <li>The caller leaves an offer with the server. The callee fetches it and leaves an answer.</li>
          <li>
            Both leave their ICE candidates, the addresses they may be reached at, and try out those of the other.
          </li>
          <li>As soon as one way works, the two are connected. From then on the server hears nothing of them.</li>
        </ol>
      </div>
      <dl class="terms">
        {TERMS.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>From a terminal</h3>
      <p>
        The same notes can be read and left by any program, over plain HTTP. This room's are below{" "}
        <code>{origin + base}</code>; this asks for the offer of whoever is calling here now:
      </p>
      <pre class="terminal" tabIndex={0}><code>{`curl -i ${origin}${base}/offer`}</code></pre>
    </section>
  );
}

const TERMS = [
  [
    "Offer",
    "The caller's session description: what it wants to exchange, in which formats, and the fingerprint of its key.",
  ],
  ["Answer", "The callee's session description: what it takes of the offer, and the fingerprint of its own key."],
  [
    "ICE candidate",
    "One address and port where a side may be reached. Each side has several and the best pair is kept.",
  ],
] as const;
