import { page } from "fresh";
import { LessonsAfter, LessonsBefore } from "@/components/learn/Lessons.tsx";
import { RECORDED } from "@/components/learn/recorded.ts";
import Replay from "@/islands/Replay.tsx";
import { define } from "@/lib/server/define.ts";
import { ladder as ladderDe } from "@/words/de/ladder.ts";
import { learn as learnDe } from "@/words/de/learn.ts";
import { ladder } from "@/words/en/ladder.ts";
import { learn } from "@/words/en/learn.ts";

export const handler = define.handlers({
  GET({ state }) {
    state.title = `${WORDS[state.language].learn.title} · toucan`;
    return page();
  },
});

/** Explains signaling. Works without scripts, except that nothing in the figure opens. */
export default define.page(({ state: { language } }) => {
  const { learn, ladder } = WORDS[language];
  const { title, lead, contents, sections, steps } = learn;
  const { exchanged, flow } = sections;
  return (
    <div class="learn">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <nav class="contents" aria-label={contents}>
        <ol>
          {Object.entries(sections).map(([id, { heading }]) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ol>
      </nav>
      <LessonsBefore words={sections} />
      <Replay entries={RECORDED} language={language} words={{ exchanged, flow, steps, ladder }} />
      <LessonsAfter words={sections} />
    </div>
  );
});

const WORDS = { en: { learn, ladder }, de: { learn: learnDe, ladder: ladderDe } };
