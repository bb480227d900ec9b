import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { CallState } from "@/lib/client/mod.ts";
import { worryAfterMs } from "@/lib/doctor/worry.ts";

export interface WorryProps<T> {
  state: CallState;
  /** Fetches the doctor, when there may soon be something to worry about. */
  load(): Promise<T>;
  children(loaded: T): ComponentChildren;
}

/** After how long the doctor is fetched, in milliseconds: where it is needed later, the server may be gone. */
const FETCH_MS = 1_000;

/** Calls the doctor where a call ended badly, or takes too long. */
export function Worry<T>({ state, load, children }: WorryProps<T>) {
  const isWorried = useSignal(false);
  const loaded = useSignal<{ readonly part: T } | undefined>(undefined);
  const afterMs = worryAfterMs(state);

  useEffect(() => {
    isWorried.value = false;
    if (afterMs === undefined) return;
    // Where it can't be fetched the state still says what is known without it.
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
