import type { ComponentChildren } from "preact";
import type { LearnWords } from "./words.ts";

/** The lessons before the recorded call: what signaling is, why, what it isn't, and what can carry it. */
export function LessonsBefore({ words: { what, why, not, carry } }: { words: LearnWords["sections"] }) {
  return (
    <>
      <Lesson id="what" heading={what.heading}>{what.paragraphs.map(paragraph)}</Lesson>
      <Lesson id="why" heading={why.heading}>{why.paragraphs.map(paragraph)}</Lesson>
      <Lesson id="not" heading={not.heading}>
        <Points points={not.points} />
      </Lesson>
      <Lesson id="carry" heading={carry.heading}>
        <p>{carry.intro}</p>
        <Terms terms={Object.values(carry.ways).map(({ name, text }) => ({ term: name, meaning: text }))} />
        <p>{carry.outro}</p>
      </Lesson>
    </>
  );
}

/** The lessons after it: the server's role, the life of the connection, and a glossary. */
export function LessonsAfter({ words: { server, after, glossary } }: { words: LearnWords["sections"] }) {
  return (
    <>
      <Lesson id="server" heading={server.heading}>
        <div class="duties">
          {[server.does, server.doesNot].map(({ heading, points }) => (
            <div key={heading}>
              <h3>{heading}</h3>
              <Points points={points} />
            </div>
          ))}
        </div>
        <p>{server.trust}</p>
      </Lesson>
      <Lesson id="after" heading={after.heading}>{after.paragraphs.map(paragraph)}</Lesson>
      <Lesson id="glossary" heading={glossary.heading}>
        <Terms terms={glossary.terms} />
      </Lesson>
    </>
  );
}

interface LessonProps {
  id: string;
  heading: string;
  children: ComponentChildren;
}

function Lesson({ id, heading, children }: LessonProps) {
  return (
    <section class="lesson" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return <ul>{points.map((point) => <li key={point}>{point}</li>)}</ul>;
}

function Terms({ terms }: { terms: readonly { term: string; meaning: string }[] }) {
  return (
    <dl class="lesson-terms">
      {terms.map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

function paragraph(text: string) {
  return <p key={text}>{text}</p>;
}
