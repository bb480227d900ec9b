import { page } from "fresh";
import { Explanation } from "@/components/Explanation.tsx";
import { Hero } from "@/components/Hero.tsx";
import { NeedsScript } from "@/components/NeedsScript.tsx";
import Call from "@/islands/Call.tsx";
import RoomLink from "@/islands/RoomLink.tsx";
import { define } from "@/lib/server/define.ts";
import { hangUp } from "@/lib/server/rooms.ts";

export const handler = define.handlers({
  GET(ctx) {
    ctx.state.title = `${ctx.state.room} · toucan`;
    return page();
  },
  DELETE: hangUp,
});

export default define.page(({ state: { room, config }, url }) => {
  const base = `/rooms/${room}`;
  return (
    <>
      <NeedsScript />
      <Hero>
        <h1>
          Room <span class="room-name">{room}</span>
        </h1>
        <p class="lead">
          One of you starts as caller, the other as callee, and you are chatting, with no server in between.
        </p>
        <RoomLink url={url.origin + base} />
      </Hero>
      <Call base={base} iceServers={config.iceServers} />
      <Explanation origin={url.origin} base={base} />
    </>
  );
});
