import { page } from "fresh";
import { Explanation } from "@/components/Explanation.tsx";
import { Hero } from "@/components/Hero.tsx";
import { NeedsScript } from "@/components/NeedsScript.tsx";
import Call from "@/islands/Call.tsx";
import RoomForm from "@/islands/RoomForm.tsx";
import { define } from "@/lib/server/define.ts";
import { isInvited, ROOM_NAME_BITS } from "@/lib/rooms/mod.ts";
import { hangUp } from "@/lib/server/http/descriptions.ts";
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
      <NeedsScript words={site.needsScript} />
      <Hero>
        <h1>{site.lobby.heading}</h1>
        <p class="lead">
          {site.lobby.lead} <a href="#own-room">{site.lobby.privately}</a>
        </p>
      </Hero>
      <Call
        base=""
        iceServers={config.iceServers}
        suggested={isInvited(url.searchParams) ? "callee" : null}
        language={language}
        words={{ call, chat, parts }}
      />
      <section class="aside" aria-labelledby="own-room">
        <div>
          <h2 id="own-room">{room.own.heading}</h2>
          <p>{room.own.text}</p>
        </div>
        <RoomForm
          bits={ROOM_NAME_BITS}
          language={language}
          chosen={languageChosen}
          words={{ form: room.form, own: room.own }}
        />
      </section>
      <Explanation origin={url.origin} base="" words={explanation} />
    </>
  );
});
