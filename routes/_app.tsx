import { asset } from "fresh/runtime";
import { LanguageSwitch } from "@/components/LanguageSwitch.tsx";
import { isRoomName } from "@/lib/protocol/mod.ts";
import { define } from "@/lib/server/define.ts";
import { parseAddress } from "@/lib/server/http/request.ts";
import { GROUND } from "@/lib/server/pages/theme.ts";
import { localHref } from "@/words/languages.ts";
import { WORDS } from "@/words/mod.ts";

/** The HTML around every page. */
export default define.page(({ Component, state, url }) => {
  const { language, languageChosen } = state;
  const words = WORDS[language].site;
  const href = (path: string) => localHref(path, language, languageChosen);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={words.description} />
        <title>{state.title ?? "toucan"}</title>
        <meta name="theme-color" content={GROUND.light} media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content={GROUND.dark} media="(prefers-color-scheme: dark)" />
        <link rel="icon" href={asset("/toucan.svg")} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={asset("/icons/apple-touch.png")} />
        <link rel="manifest" href={href("/manifest.webmanifest")} />
        <link rel="stylesheet" href={asset("/styles.css")} />
      </head>
      <body>
        <a class="skip button" href="#main">{words.skip}</a>
        <header class="masthead">
          <a class="brand" href={href("/")}>
            <img src="/toucan.svg" alt="" width="40" height="40" />
            toucan
          </a>
          <nav aria-label={words.nav.label}>
            <a href={isCallPage(url.pathname) ? "#how" : href("/#how")}>{words.nav.how}</a>
            <a href={href("/learn")}>{words.nav.learn}</a>
            <a href={href("/problems")}>{words.nav.problems}</a>
          </nav>
          <LanguageSwitch current={language} path={url.pathname + url.search} label={words.languages} />
        </header>
        <main id="main" tabIndex={-1}>
          <Component />
        </main>
        <footer class="footer">
          <p>{words.footer}</p>
        </footer>
      </body>
    </html>
  );
});

/** Whether a page has a call, and with it the section that explains calls. */
function isCallPage(pathname: string): boolean {
  const { room, name } = parseAddress(pathname);
  return name === "" && (room === undefined || isRoomName(room));
}
