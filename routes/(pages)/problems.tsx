import { page } from "fresh";
import { Filled } from "@/components/Filled.tsx";
import { define } from "@/lib/server/define.ts";
import { type RefusalCode, REFUSALS } from "@/lib/protocol/mod.ts";
import { WORDS } from "@/words/mod.ts";

export const handler = define.handlers({
  GET({ state }) {
    state.title = `${WORDS[state.language].problems.title} · toucan`;
    return page();
  },
});

/** Explains every problem: their `type`s link here (RFC 9457, section 3.1.1). */
export default define.page(({ state }) => {
  const { title, lead, refusals } = WORDS[state.language].problems;
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        <Filled text={lead} values={{ type: <code>application/problem+json</code> }} />
      </p>
      <ul class="problems">
        {CODES.map((code) => (
          <li key={code} id={code} class="card">
            <p class="code">
              <a href={`#${code}`}>
                <code>{code}</code>
              </a>{" "}
              <span>{REFUSALS[code]}</span>
            </p>
            <h2>{refusals[code].title}</h2>
            <p>{refusals[code].advice}</p>
          </li>
        ))}
      </ul>
    </>
  );
});

const CODES = Object.keys(REFUSALS) as RefusalCode[];
