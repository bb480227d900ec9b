import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { CallState } from "@/lib/client/mod.ts";
import { worryAfterMs } from "@/lib/doctor/worry.ts";

export interface WorryProps<T> {
  state: CallState;
  /** Fetches the doctor, when there is something to worry about. */
  load(): Promise<T>;
  children(loaded: T): ComponentChildren;
}

/** Calls the doctor where a call ended badly, or takes too long. */
export function Worry<T>({ state, load, children }: WorryProps<T>) {
  const isWorried = useSignal(false);
  const loaded = useSignal<{ readonly part: T } | undefined>(undefined);
  const afterMs = worryAfterMs(state);

  useEffect(() => {
    isWorried.value = false;
    if (afterMs === undefined) return;
    const timer = setTimeout(() => {
      isWorried.value = true;
      // Where it can't be fetched the state still says what is known without it.
      if (loaded.value === undefined) load().then((part) => loaded.value = { part }, () => {});
    }, afterMs);
    return () => clearTimeout(timer);
  }, [state.phase, afterMs]);

  return isWorried.value && loaded.value !== undefined ? <>{children(loaded.value.part)}</> : null;
}
