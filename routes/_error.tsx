import { HttpError, page } from "fresh";
import { define } from "@/lib/server/define.ts";
import { chooseLanguage, labelLanguage } from "@/lib/server/pages/language.ts";
import { Refusal } from "@/lib/protocol/mod.ts";
import { localHref } from "@/words/languages.ts";
import { WORDS, type Words } from "@/words/mod.ts";

/** Renders the error page. Fresh runs it outside the pages' middleware, so it sets its own headers. */
export const handler = define.handlers((ctx) => {
  const language = chooseLanguage(ctx);
  const failure = describe(ctx.error, WORDS[language]);
  ctx.state.title = `${failure.title} · toucan`;
  const headers = new Headers(HEADERS);
  labelLanguage(headers, language);
  return page(failure, { status: failure.status, headers });
});

export default define.page<typeof handler>(({ data: { status, title, text }, state }) => (
  <div class="failure">
    <img src="/toucan.svg" alt="" width="104" height="104" />
    <p class="number">{status}</p>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>
      <a class="button primary" href={localHref("/", state.language, state.languageChosen)}>
        {WORDS[state.language].site.failures.home}
      </a>
    </p>
  </div>
));

/** What the page shows. It reveals nothing about a fault. */
interface Failure {
  status: number;
  title: string;
  text: string;
}

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function describe(error: unknown, { problems, site: { failures } }: Words): Failure {
  const status = error instanceof HttpError ? error.status : 500;
  if (!(error instanceof HttpError) || status >= 500) return { status, ...failures.fault };
  if (status === 404) return { status, ...failures.missing };
  if (!(error.cause instanceof Refusal)) return { status, ...failures.refused };
  const { title, advice } = problems.refusals[error.cause.code];
  return { status, title, text: advice };
}
