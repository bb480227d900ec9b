import { page } from "fresh";
import { Explanation } from "@/components/Explanation.tsx";
import { Filled } from "@/components/Filled.tsx";
import { Hero } from "@/components/Hero.tsx";
import { NeedsScript } from "@/components/NeedsScript.tsx";
import Call from "@/islands/Call.tsx";
import { define } from "@/lib/server/define.ts";
import { isInvited, ROOM_NAME_BITS } from "@/lib/rooms/mod.ts";
import { hangUp } from "@/lib/server/http/descriptions.ts";
import { WORDS } from "@/words/mod.ts";

export const handler = define.handlers({
  GET(ctx) {
    ctx.state.title = `${ctx.state.room} · toucan`;
    return page();
  },
  DELETE: hangUp,
});

export default define.page(({ state, url }) => {
  const { call, chat, parts, explanation, room, site } = WORDS[state.language];
  const invited = isInvited(url.searchParams);
  return (
    <>
      <Hero>
        <h1>
          <Filled text={room.heading} values={{ name: <span class="room-name">{state.room}</span> }} />
        </h1>
        <p class="lead needs-script">{invited ? room.guest : room.lead}</p>
      </Hero>
      <NeedsScript words={site.needsScript} />
      <Call
        room={state.room}
        origin={url.origin}
        iceServers={state.config.iceServers}
        bits={ROOM_NAME_BITS}
        invited={invited}
        language={state.language}
        languageChosen={state.languageChosen}
        words={{ call, chat, parts, room }}
      />
      <Explanation origin={url.origin} base={`/rooms/${state.room}`} words={explanation} />
    </>
  );
});
