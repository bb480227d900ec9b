import { type Language, LANGUAGES, parseLanguage } from "../../../words/languages.ts";
import type { State } from "../define.ts";
import { preferLanguage } from "../http/request.ts";

/** What a page's language is decided by. */
export interface LanguageContext {
  req: Request;
  url: URL;
  state: Pick<State, "language" | "languageChosen">;
}

/** Decides on a page's language and writes it down in the request's state. */
export function chooseLanguage({ req, url, state }: LanguageContext): Language {
  Object.assign(state, readLanguage(req, url.searchParams));
  return state.language;
}

/**
 * The language that a page's address names (`?lang=de`), otherwise the one that the browser likes best of ours (RFC
 * 9110, section 12.5.4), otherwise the first. No cookie remembers it.
 */
export function readLanguage(req: Request, query: URLSearchParams): Pick<State, "language" | "languageChosen"> {
  const chosen = parseLanguage(query.get("lang"));
  return {
    language: chosen ?? preferLanguage(req, LANGUAGES),
    languageChosen: chosen !== undefined,
  };
}

/** Says in which language an answer is, and to caches by what it was chosen. */
export function labelLanguage(headers: Headers, language: Language): void {
  headers.set("content-language", language);
  headers.append("vary", "accept-language");
}
