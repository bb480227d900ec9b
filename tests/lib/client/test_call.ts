import {
  type Call,
  type CallDeps,
  type CallOptions,
  type CallState,
  type CallView,
  createCall,
} from "@/lib/client/mod.ts";
import type { TestApp } from "@/testing/app.ts";
import type { FakeNetwork } from "@/testing/fake_peer.ts";

/** A call with a memory, and somebody who watches it. */
export interface TestCall extends Call {
  readonly view: CallView;
  /** The phases it went through. */
  readonly phases: CallState["phase"][];
  /** Resolves with the view as soon as it is as wanted. */
  until(isWanted: (view: CallView) => boolean): Promise<CallView>;
  reaches(phase: CallState["phase"]): Promise<CallView>;
}

/** Makes a call for a test. */
export function createTestCall(
  network: FakeNetwork,
  options: Partial<CallDeps & Omit<CallOptions, "onChange">>,
  base = "/rooms/tea",
): TestCall {
  const phases: CallState["phase"][] = [];
  const watchers = new Set<() => void>();
  let view: CallView = {
    state: { phase: "idle" },
    messages: [],
    typing: false,
    transport: "event-stream",
    server: "ok",
  };
  const call = createCall({
    base,
    iceServers: [],
    ...options,
    onChange(next) {
      view = next;
      if (phases.at(-1) !== view.state.phase) phases.push(view.state.phase);
      watchers.forEach((look) => look());
    },
  }, { createPeer: network.createPeer, random: () => 0, createSocket: undefined, ...options });

  function until(isWanted: (view: CallView) => boolean): Promise<CallView> {
    const { promise, resolve } = Promise.withResolvers<CallView>();
    const look = () => {
      if (!isWanted(view)) return;
      watchers.delete(look);
      resolve(view);
    };
    watchers.add(look);
    look();
    return promise;
  }

  return {
    ...call,
    phases,
    until,
    reaches: (phase) => until(({ state }) => state.phase === phase),
    get view() {
      return view;
    },
  };
}

/** What {@linkcode fetchFrom} gives. */
export interface AppFetch {
  fetch: typeof fetch;
  /** Every request, such as `GET /rooms/tea/offer`. */
  readonly lines: string[];
  /** Resolves once all requests so far are answered. */
  settled(): Promise<void>;
}

/** A `fetch` that asks an app in memory. */
export function fetchFrom({ request }: TestApp): AppFetch {
  const lines: string[] = [];
  const pending = new Set<Promise<Response>>();
  return {
    lines,
    async fetch(input, init = {}) {
      lines.push(`${init.method} ${input}`);
      const response = request(String(input), init);
      pending.add(response);
      await response.finally(() => pending.delete(response));
      init.signal?.throwIfAborted();
      return response;
    },
    async settled() {
      await Promise.allSettled(pending);
    },
  };
}

/** What a view shows of its messages: who wrote them, and a tick for each that has arrived. */
export function show({ messages }: CallView): string[] {
  return messages.map(({ from, text, delivered }) => `${from}: ${text}${from === "me" && delivered ? " ✓" : ""}`);
}
