import { asset } from "fresh/runtime";
import { define } from "@/lib/server/define.ts";
import { GROUND } from "@/lib/server/pages/theme.ts";
import { localHref } from "@/words/languages.ts";
import { WORDS } from "@/words/mod.ts";

/** Serves the name and look of the installed page (Web Application Manifest, W3C). */
export const handler = define.handlers({
  GET({ state: { language, languageChosen } }) {
    const { name, description } = WORDS[language].site;
    const manifest = {
      id: "/",
      name,
      short_name: "toucan",
      description,
      lang: language,
      dir: "ltr",
      start_url: localHref("/", language, languageChosen),
      scope: "/",
      display: "standalone",
      theme_color: GROUND.light,
      background_color: GROUND.light,
      icons: ICONS.map(([path, type, sizes, purpose]) => ({
        src: asset(path),
        type,
        sizes,
        purpose,
      })),
    };
    return Response.json(manifest, {
      headers: { "content-type": "application/manifest+json" },
    });
  },
});

const ICONS = [
  ["/icons/192.png", "image/png", "192x192", "any"],
  ["/icons/512.png", "image/png", "512x512", "any"],
  ["/icons/maskable.png", "image/png", "512x512", "maskable"],
  ["/icons/tile.svg", "image/svg+xml", "any", "any"],
] as const;
