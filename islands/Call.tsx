import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Chat } from "@/components/Chat.tsx";
import { moveFocus } from "@/components/focus.ts";
import { StatusPanel } from "@/components/StatusPanel.tsx";
import { type Call, type CallView, createCall, type SendResult } from "@/lib/client/mod.ts";

export interface CallProps {
  /** Where the room's API is: `""` for the lobby, `/rooms/tea`. */
  base: string;
  iceServers: readonly RTCIceServer[];
}

/** Shows one call and tells it what the person does; what a call is, is in `lib/client`. */
export default function CallIsland({ base, iceServers }: CallProps) {
  const view = useSignal<CallView>(IDLE);
  const ready = useSignal(false);
  const call = useRef<Call | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const { phase } = view.value.state;

  useEffect(() => {
    const open = () =>
      call.current = createCall({
        base,
        iceServers: [...iceServers],
        onChange: (next) => view.value = next,
      });
    const onPageHide = () => {
      call.current?.close();
      call.current = null;
    };
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      view.value = afterReturn(view.value);
      open();
    };
    open();
    ready.value = true;
    addEventListener("pagehide", onPageHide);
    addEventListener("pageshow", onPageShow);
    return () => {
      removeEventListener("pagehide", onPageHide);
      removeEventListener("pageshow", onPageShow);
      onPageHide();
    };
  }, []);

  useEffect(() => {
    if (phase !== "idle" && element.current !== null) moveFocus(element.current, phase);
  }, [phase]);

  return (
    <div ref={element} class="card call">
      <StatusPanel
        view={view.value}
        ready={ready.value}
        onStart={(role) => call.current?.start(role)}
        onHangUp={() => call.current?.hangUp()}
      />
      <Chat view={view.value} onSend={(text) => call.current?.send(text) ?? GONE} />
    </div>
  );
}

const IDLE: CallView = { state: { phase: "idle" }, messages: [], polling: "long" };

const GONE: SendResult = { sent: false, problem: "Cannot send: the call is over" };

/** What is true of a page that comes back from the back/forward cache: leaving it closed its call. */
function afterReturn(view: CallView): CallView {
  const { state } = view;
  if (state.phase === "idle" || state.phase === "ended") return view;
  const detail = "Leaving the page ended the call.";
  return { ...view, state: { phase: "ended", role: state.role, reason: "hung-up", detail } };
}
