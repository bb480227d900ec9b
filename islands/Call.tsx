import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { Chat } from "@/components/Chat.tsx";
import { moveFocus } from "@/components/focus.ts";
import { Part } from "@/components/Part.tsx";
import { loadConnection, loadDoctor, loadLadder, loadMessages } from "@/components/parts.ts";
import { Details, DetailsButton } from "@/components/talk/Details.tsx";
import { useAttention } from "@/components/talk/use_attention.ts";
import { useLeaveGuard } from "@/components/talk/use_leave_guard.ts";
import { useTalk } from "@/components/talk/use_talk.ts";
import { useWords } from "@/components/talk/use_words.ts";
import { Invitation } from "@/components/rooms/Invitation.tsx";
import type { Role } from "@/components/RoleChoice.tsx";
import { RoomForm } from "@/components/rooms/RoomForm.tsx";
import { startsIn } from "@/components/rooms/start_in.ts";
import { StatusPanel } from "@/components/StatusPanel.tsx";
import { useCall } from "@/components/use_call.ts";
import { useFiles } from "@/components/use_files.ts";
import type { SendResult } from "@/lib/client/mod.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import { LOBBY, type Message, pathOf, type RoomName } from "@/lib/protocol/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { Words } from "@/words/mod.ts";

export interface CallProps {
  room: RoomName;
  /** The origin that the request was sent to. */
  origin: string;
  iceServers: readonly RTCIceServer[];
  /** The entropy of a random room name, in bits. */
  bits: number;
  /** The page was opened by an invitation. */
  invited: boolean;
  language: Language;
  /** Whether the address names the language. */
  languageChosen: boolean;
  words: Pick<Words, "call" | "chat" | "parts" | "room">;
}

/** Shows a call and passes on what the person does; `lib/client` does the rest. */
export default function CallIsland({ room, origin, iceServers, bits, invited, languageChosen, ...first }: CallProps) {
  const { spoken, speak } = useWords(first);
  const { language, words } = spoken.value;
  const base = room === LOBBY ? "" : pathOf(room, "");
  const suggested = invited ? "callee" : room === LOBBY ? null : "either";
  const used = useCall({ base, iceServers });
  const { call, view, ready, start, hangUp, entries, transfers } = used;
  const element = useRef<HTMLDivElement>(null);
  const doctor = useSignal<Awaited<ReturnType<typeof loadDoctor>> | undefined>(undefined);
  const inspected = useSignal<readonly Message[] | undefined>(undefined);
  const { parts: partsWords } = words;
  const { state } = view.value;
  // To a person, a call that reconnects is still open.
  const focused = state.phase === "reconnecting" ? "open" : state.phase;

  useEffect(() => {
    if (focused !== "idle" && element.current !== null) moveFocus(element.current, focused);
  }, [focused]);

  function begin(role: Role) {
    start(role);
    // Now, since the server may be gone once the call is open.
    loadMessages().catch(() => {});
  }
  useEffect(() => {
    if (startsIn(room)) begin("either");
  }, []);

  // Now, since the server may be gone when it is needed; if it can't be loaded, the status still shows the call's state.
  useEffect(() => {
    if (state.phase === "idle") return;
    loadDoctor(language).then((part) => doctor.value = part, () => {});
  }, [state.phase, language]);

  const stats = useCallback(async () => await call.current?.stats(), []);

  const talk = useTalk(used);
  useLeaveGuard(focused === "open");
  const attention = useAttention(view.value, transfers.value.filter(isAsked).length, words.call.attention);
  const detailsOpen = useSignal(false);
  const files = useFiles(used, { open: focused === "open", language });

  // Before a conversation, its place is for ways to one.
  const beside = talk.isOn.value || view.value.messages.length + transfers.value.length > 0 || invited
    ? undefined
    : room === LOBBY
    ? <RoomForm bits={bits} language={language} chosen={languageChosen} words={words.room} />
    : <Invitation room={room} origin={origin} words={words.room} />;

  return (
    <div ref={element} class={talk.isOn.value ? "parts talking" : "parts"}>
      <div class="card call">
        <StatusPanel
          view={view.value}
          ready={ready.value}
          suggested={suggested}
          words={words.call}
          onStart={begin}
          onHangUp={hangUp}
          isDirect={talk.isDirect.value}
          diagnosis={doctor.value !== undefined && (
            <doctor.value.Worry
              view={view.value}
              journal={entries.value}
              iceServers={iceServers}
              words={doctor.value.words}
              language={language}
            />
          )}
        >
          {talk.isOn.value && <DetailsButton open={detailsOpen} words={words.call.details} />}
          {talk.isOn.value && focused === "ended" && (
            <button type="button" class="button" onClick={talk.leave}>{words.call.details.leave}</button>
          )}
        </StatusPanel>
        {beside ?? (
          <Chat
            view={view.value}
            files={files}
            language={language}
            words={words.chat}
            onSend={(text) => call.current?.send(text) ?? GONE}
            onTyped={() => call.current?.typed()}
          />
        )}
      </div>
      <Details
        open={detailsOpen}
        words={words.call.details}
        tools={talk.isOn.value
          ? { messages: view.value.messages, language, words, attention, onLanguage: (it) => speak(it).catch(() => {}) }
          : undefined}
      >
        <Part key={language} id="ladder" title={partsWords.ladder} words={partsWords} load={() => loadLadder(language)}>
          {({ Ladder, Inspected, words }) => (
            <>
              <Ladder
                entries={entries.value}
                role={"role" in state ? state.role : invited ? "callee" : "caller"}
                words={words}
                language={language}
                onOpen={(messages) => inspected.value = messages}
              />
              {inspected.value !== undefined && (
                <Inspected
                  messages={inspected.value}
                  words={partsWords}
                  language={language}
                  onClose={() => inspected.value = undefined}
                />
              )}
            </>
          )}
        </Part>
        <Part
          key={language}
          id="connection"
          title={partsWords.connection}
          words={partsWords}
          load={() => loadConnection(language)}
        >
          {({ Connection, words }) => <Connection stats={stats} words={words} language={language} />}
        </Part>
        <Part
          key={language}
          id="self-test"
          title={partsWords.selfTest}
          words={partsWords}
          load={() => loadDoctor(language)}
        >
          {({ SelfTest, words }) => <SelfTest iceServers={iceServers} words={words.test} language={language} plain />}
        </Part>
      </Details>
    </div>
  );
}

/** Whether the other side is waiting for this file to be accepted. */
function isAsked({ direction, phase }: Transfer): boolean {
  return direction === "in" && phase === "offered";
}

const GONE: SendResult = { sent: false, code: "not-connected", problem: "Cannot send: the call is over" };
