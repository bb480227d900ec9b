import { hrefIn, type Language, LANGUAGE_NAMES, LANGUAGES } from "@/words/languages.ts";

export interface LanguageSwitchProps {
  current: Language;
  /** The page's path and query. */
  path: string;
  label: string;
}

/** Links to the same page in each language. */
export function LanguageSwitch({ current, path, label }: LanguageSwitchProps) {
  return (
    <nav class="languages" aria-label={label}>
      {LANGUAGES.map((language) => (
        <a
          key={language}
          href={hrefIn(language, path)}
          hreflang={language}
          lang={language}
          // Also set to "false": the framework marks every link to the same path as the current page.
          aria-current={language === current ? "true" : "false"}
        >
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
    </nav>
  );
}
