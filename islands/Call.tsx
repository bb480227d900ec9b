import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Chat } from "@/components/Chat.tsx";
import { moveFocus } from "@/components/focus.ts";
import { createSettler } from "@/components/settle.ts";
import { StatusPanel } from "@/components/StatusPanel.tsx";
import type { Side } from "@/lib/protocol/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { Words } from "@/words/mod.ts";
import { type Call, type CallView, createCall, parseTransport, type SendResult } from "@/lib/client/mod.ts";

export interface CallProps {
  /** Where the room's API is: `""` for the lobby, `/rooms/tea`. */
  base: string;
  iceServers: readonly RTCIceServer[];
  /** The side that the page has in mind for whoever is here, if any. */
  suggested: Side | null;
  language: Language;
  words: Pick<Words, "call" | "chat">;
}

/** Shows one call and tells it what the person does; what a call is, is in `lib/client`. */
export default function CallIsland({ base, iceServers, suggested, language, words }: CallProps) {
  const view = useSignal<CallView>(IDLE);
  const ready = useSignal(false);
  const call = useRef<Call | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const { phase } = view.value.state;
  // For a person an open call stays the same one while it reconnects.
  const focused = phase === "reconnecting" ? "open" : phase;

  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const settler = createSettler((next) => view.value = next);
    const made = createCall({
      base,
      iceServers: [...iceServers],
      transport: parseTransport(query.get("transport")),
      // For finding out whether a TURN server works.
      relayOnly: query.has("relay"),
      onChange: settler.show,
    });
    // The page may come back from the back/forward cache; it then shows its call as over, and can start another.
    const onPageHide = () => made.close();
    call.current = made;
    ready.value = true;
    addEventListener("pagehide", onPageHide);
    addEventListener("online", made.checkPath);
    return () => {
      removeEventListener("pagehide", onPageHide);
      removeEventListener("online", made.checkPath);
      made.close();
      settler.stop();
    };
  }, []);

  useEffect(() => {
    if (focused !== "idle" && element.current !== null) moveFocus(element.current, focused);
  }, [focused]);

  return (
    <div ref={element} class="card call">
      <StatusPanel
        view={view.value}
        ready={ready.value}
        suggested={suggested}
        words={words.call}
        onStart={(role) => call.current?.start(role)}
        onHangUp={() => call.current?.hangUp()}
      />
      <Chat
        view={view.value}
        language={language}
        words={words.chat}
        onSend={(text) => call.current?.send(text) ?? GONE}
      />
    </div>
  );
}

const IDLE: CallView = { state: { phase: "idle" }, messages: [], typing: false, transport: "websocket" };

const GONE: SendResult = { sent: false, code: "not-connected", problem: "Cannot send: the call is over" };
