import { type Signal, useSignal } from "@preact/signals";
import { type MutableRef, useEffect, useRef } from "preact/hooks";
import { type Call, type CallView, createCall, type JournalEntry, parseTransport } from "@/lib/client/mod.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import { createFileDoor, type FileDoor } from "./file_door.ts";
import { createRecorder } from "./recorder.ts";
import type { Role } from "./RoleChoice.tsx";
import { startNoMore } from "./rooms/start_in.ts";
import { createSettler } from "./settle.ts";

/** A page's call. Until hydration, `call` and `door` are `null`. */
export interface UsedCall {
  readonly call: MutableRef<Call | null>;
  readonly view: Signal<CallView>;
  /** The page is hydrated, and isn't about to start. */
  readonly ready: Signal<boolean>;
  /** Starts as one side, or as whichever is free. */
  start(role: Role): Promise<void>;
  hangUp(): void;
  /** The journal of the page's calls. */
  readonly entries: Signal<readonly JournalEntry[]>;
  readonly door: MutableRef<FileDoor | null>;
  readonly transfers: Signal<readonly Transfer[]>;
  /** Changes with each file that the other side offers. */
  readonly summons: Signal<number>;
  /** The other side accepts files. */
  readonly takesFiles: Signal<boolean>;
}

/** How long to look for an offer, in milliseconds. */
const LOOK_MS = 5_000;

/** Creates a page's call, and closes it with the page. */
export function useCall({ base, iceServers }: { base: string; iceServers: readonly RTCIceServer[] }): UsedCall {
  const call = useRef<Call | null>(null);
  const door = useRef<FileDoor | null>(null);
  const view = useSignal<CallView>(IDLE);
  const ready = useSignal(false);
  const entries = useSignal<readonly JournalEntry[]>([]);
  const transfers = useSignal<readonly Transfer[]>([]);
  const summons = useSignal(0);
  const takesFiles = useSignal(false);
  /** Whether to answer where another one called first. */
  const yields = useRef(false);

  async function start(role: Role) {
    yields.current = role === "either";
    if (role !== "either") return call.current?.start(role);
    ready.value = false;
    // If the server doesn't respond, the call says so.
    const signal = AbortSignal.timeout(LOOK_MS);
    const isOffered = await fetch(`${base}/offer`, { signal }).then(({ ok }) => ok, () => false);
    ready.value = true;
    call.current?.start(isOffered ? "callee" : "caller");
  }

  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const settler = createSettler((next) => view.value = next);
    const recorder = createRecorder((all) => entries.value = all);
    const files = createFileDoor({
      call: () => call.current,
      onTransfers: (all) => transfers.value = all,
      onOffered: () => summons.value++,
      onTaken: (taken) => takesFiles.value = taken,
    });
    const made = createCall({
      base,
      iceServers: [...iceServers],
      transport: parseTransport(query.get("transport")),
      // `?relay` shows whether a TURN server works.
      relayOnly: query.has("relay"),
      onChange(next) {
        const { state } = next;
        if (state.phase === "open") yields.current = false;
        if (state.phase === "ended" && state.reason === "replaced" && yields.current) {
          // Both called at once: the other one's offer stands.
          yields.current = false;
          return queueMicrotask(() => made.start("callee"));
        }
        settler.show(next);
        if (state.phase === "ended") files.callEnded();
      },
      onEntry: recorder.add,
      greeting: files.greeting,
      onBeside: files.onBeside,
      onChannel: files.onChannel,
    });
    // If the page returns from the back/forward cache, its call has ended, and it can start another.
    const onPageHide = () => made.close();
    call.current = made;
    door.current = files;
    ready.value = true;
    addEventListener("pagehide", onPageHide);
    addEventListener("online", made.checkPath);
    return () => {
      removeEventListener("pagehide", onPageHide);
      removeEventListener("online", made.checkPath);
      made.close();
      files.close();
      settler.stop();
      recorder.stop();
    };
  }, []);

  function hangUp() {
    startNoMore();
    call.current?.hangUp();
  }

  return { call, view, ready, start, hangUp, entries, door, transfers, summons, takesFiles };
}

const IDLE: CallView = { state: { phase: "idle" }, messages: [], typing: false, transport: "websocket", server: "ok" };
