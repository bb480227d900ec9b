import { page } from "fresh";
import { Explanation } from "@/components/Explanation.tsx";
import { Hero } from "@/components/Hero.tsx";
import { NeedsScript } from "@/components/NeedsScript.tsx";
import Call from "@/islands/Call.tsx";
import { define } from "@/lib/server/define.ts";
import { isInvited, ROOM_NAME_BITS } from "@/lib/rooms/mod.ts";
import { LOBBY } from "@/lib/protocol/mod.ts";
import { hangUp } from "@/lib/server/http/descriptions.ts";
import { localHref } from "@/words/languages.ts";
import { WORDS } from "@/words/mod.ts";

export const handler = define.handlers({
  GET({ state }) {
    state.title = WORDS[state.language].site.name;
    return page();
  },
  DELETE: hangUp,
});

export default define.page(({ state: { config, language, languageChosen }, url }) => {
  const { call, chat, parts, explanation, room, site } = WORDS[language];
  return (
    <>
      <Hero>
        <h1>{site.lobby.heading}</h1>
        <p class="lead needs-script">{site.lobby.lead}</p>
      </Hero>
      <NeedsScript words={site.needsScript} />
      <Call
        room={LOBBY}
        origin={url.origin}
        iceServers={config.iceServers}
        bits={ROOM_NAME_BITS}
        invited={isInvited(url.searchParams)}
        language={language}
        languageChosen={languageChosen}
        words={{ call, chat, parts, room }}
      />
      <p class="more">
        <a href="#terminal">{site.lobby.api}</a> ·{" "}
        <a href={localHref("/learn", language, languageChosen)}>{site.lobby.learn}</a>
      </p>
      <Explanation origin={url.origin} base="" words={explanation} />
    </>
  );
});
