/** The languages of the page, the first where a reader asks for none of them. */
export const LANGUAGES = ["en", "de"] as const;

/** A language of the page, as BCP 47 names it. */
export type Language = (typeof LANGUAGES)[number];

/** Each language's name for itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

/** A language from an address; `undefined` for anything else than one of ours. */
export function parseLanguage(text: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/**
 * The address of another page of this site for a reader who has `chosen` a language there and then, which the link keeps,
 * or for one who is served by what the browser asks for, which needs no telling.
 */
export function localHref(path: string, language: Language, chosen: boolean): string {
  return chosen ? hrefIn(language, path) : path;
}

/** The same address in a language of the reader's choice: the path, the rest of the query and the fragment stay. */
export function hrefIn(language: Language, path: string): string {
  const [, pathname = "", search = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(path) ?? [];
  const query = new URLSearchParams(search);
  query.set("lang", language);
  return `${pathname}?${query}${hash}`;
}
