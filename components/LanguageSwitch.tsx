import { hrefIn, type Language, LANGUAGE_NAMES, LANGUAGES } from "@/words/languages.ts";

export interface LanguageSwitchProps {
  current: Language;
  /** The page's address, without its host. */
  path: string;
  label: string;
}

/** The same page in each language. */
export function LanguageSwitch({ current, path, label }: LanguageSwitchProps) {
  return (
    <nav class="languages" aria-label={label}>
      {LANGUAGES.map((language) => (
        <a
          key={language}
          href={hrefIn(language, path)}
          hreflang={language}
          lang={language}
          // Said outright of the others too: the framework takes links to the same path for the current page.
          aria-current={language === current ? "true" : "false"}
        >
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
    </nav>
  );
}
