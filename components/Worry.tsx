import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { CallState } from "@/lib/client/mod.ts";
import { worryAfterMs } from "@/lib/doctor/worry.ts";

export interface WorryProps<T> {
  state: CallState;
  /** Loads the doctor, before it is needed. */
  load(): Promise<T>;
  children(loaded: T): ComponentChildren;
}

/** After how long the doctor is loaded, in milliseconds: later, the server may be gone. */
const FETCH_MS = 1_000;

/** Shows the doctor if a call ended badly or takes too long. */
export function Worry<T>({ state, load, children }: WorryProps<T>) {
  const isWorried = useSignal(false);
  const loaded = useSignal<{ readonly part: T } | undefined>(undefined);
  const afterMs = worryAfterMs(state);

  useEffect(() => {
    isWorried.value = false;
    if (afterMs === undefined) return;
    // If it can't be loaded, the status still shows the call's state.
    const fetching = setTimeout(() => {
      if (loaded.value === undefined) load().then((part) => loaded.value = { part }, () => {});
    }, Math.min(afterMs, FETCH_MS));
    const worrying = setTimeout(() => isWorried.value = true, afterMs);
    return () => {
      clearTimeout(fetching);
      clearTimeout(worrying);
    };
  }, [state.phase, afterMs]);

  return isWorried.value && loaded.value !== undefined ? <>{children(loaded.value.part)}</> : null;
}
