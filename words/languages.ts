/** The languages of the site; the first is the default. */
export const LANGUAGES = ["en", "de"] as const;

/** A BCP 47 language tag. */
export type Language = (typeof LANGUAGES)[number];

/** Each language's name for itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

/** Parses a query's language; `undefined` if the site doesn't have it. */
export function parseLanguage(text: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/**
 * Returns a link to another page of this site. It names the language only if the reader has `chosen` it in the address:
 * otherwise the browser's preference decides again.
 */
export function localHref(path: string, language: Language, chosen: boolean): string {
  return chosen ? hrefIn(language, path) : path;
}

/** Sets the language of an address; the path, the rest of the query and the fragment stay. */
export function hrefIn(language: Language, path: string): string {
  const [, pathname = "", search = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(path) ?? [];
  const query = new URLSearchParams(search);
  query.set("lang", language);
  return `${pathname}?${query}${hash}`;
}
