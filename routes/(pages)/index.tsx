import { page } from "fresh";
import { Explanation } from "@/components/Explanation.tsx";
import { Hero } from "@/components/Hero.tsx";
import { NeedsScript } from "@/components/NeedsScript.tsx";
import Call from "@/islands/Call.tsx";
import RoomForm from "@/islands/RoomForm.tsx";
import { define } from "@/lib/server/define.ts";
import { hangUp } from "@/lib/server/rooms.ts";

export const handler = define.handlers({
  GET(ctx) {
    ctx.state.title = "toucan: two browsers, one direct line";
    return page();
  },
  DELETE: hangUp,
});

export default define.page(({ state, url }) => (
  <>
    <NeedsScript />
    <Hero>
      <h1>Two browsers, one direct line</h1>
      <p class="lead">
        Open this page twice, here or on two machines. Start one as caller and the other as callee, and you are
        chatting, with no server in between.
      </p>
    </Hero>
    <Call base="" iceServers={state.config.iceServers} />
    <section class="aside" aria-labelledby="own-room">
      <div>
        <h2 id="own-room">A room of your own</h2>
        <p>
          This is the lobby, where anybody may answer you. In a room with a name that only the two of you know, you are
          by yourselves.
        </p>
      </div>
      <RoomForm />
    </section>
    <Explanation origin={url.origin} base="" />
  </>
));
