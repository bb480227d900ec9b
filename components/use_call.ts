import { type Signal, useSignal } from "@preact/signals";
import { type MutableRef, useEffect, useRef } from "preact/hooks";
import { type Call, type CallView, createCall, type JournalEntry, parseTransport } from "@/lib/client/mod.ts";
import { createRecorder } from "./recorder.ts";
import { createSettler } from "./settle.ts";

/** A call as a page has it. */
export interface UsedCall {
  /** `null` until the page has come to life. */
  readonly call: MutableRef<Call | null>;
  readonly view: Signal<CallView>;
  /** What has happened, for those who want to know. */
  readonly entries: Signal<readonly JournalEntry[]>;
  readonly ready: Signal<boolean>;
}

/** Makes a page's call, and ends it with the page. */
export function useCall({ base, iceServers }: { base: string; iceServers: readonly RTCIceServer[] }): UsedCall {
  const call = useRef<Call | null>(null);
  const view = useSignal<CallView>(IDLE);
  const entries = useSignal<readonly JournalEntry[]>([]);
  const ready = useSignal(false);

  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const settler = createSettler((next) => view.value = next);
    const recorder = createRecorder((all) => entries.value = all);
    const made = createCall({
      base,
      iceServers: [...iceServers],
      transport: parseTransport(query.get("transport")),
      // For finding out whether a TURN server works.
      relayOnly: query.has("relay"),
      onChange: settler.show,
      onEntry: recorder.add,
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
      recorder.stop();
    };
  }, []);

  return { call, view, entries, ready };
}

const IDLE: CallView = { state: { phase: "idle" }, messages: [], typing: false, transport: "websocket" };
