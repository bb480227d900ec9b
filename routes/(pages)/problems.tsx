import { page } from "fresh";
import { ADVICE } from "@/components/advice.ts";
import { define } from "@/lib/server/define.ts";
import { type RefusalCode, REFUSALS } from "@/lib/protocol/mod.ts";

export const handler = define.handlers({
  GET(ctx) {
    ctx.state.title = "Problems · toucan";
    return page();
  },
});

/** What the `type` of every problem points to (RFC 9457, section 3.1.1). */
export default define.page(() => (
  <>
    <h1>Problems</h1>
    <p class="lead">
      Whatever the server refuses, it says so in{" "}
      <code>application/problem+json</code>, whose type is one of these. A program switches on the type; the rest is for
      people.
    </p>
    <ul class="problems">
      {CODES.map((code) => (
        <li key={code} id={code} class="card">
          <p class="code">
            <a href={`#${code}`}>
              <code>{code}</code>
            </a>{" "}
            <span>{REFUSALS[code].status}</span>
          </p>
          <h2>{REFUSALS[code].title}</h2>
          <p>{ADVICE[code]}</p>
        </li>
      ))}
    </ul>
  </>
));

const CODES = Object.keys(REFUSALS) as RefusalCode[];
