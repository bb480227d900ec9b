import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CallView } from "@/lib/client/mod.ts";
import { worryAfterMs } from "@/lib/doctor/worry.ts";
import { Doctor, type DoctorProps } from "./doctor/Doctor.tsx";

export interface WorryProps extends Omit<DoctorProps, "relayOnly"> {
  view: CallView;
}

/** Shows the doctor if a call ended badly or takes too long, for the status panel to hold. */
export function Worry({ view: { state, server }, ...props }: WorryProps) {
  const isWorried = useSignal(false);
  const afterMs = worryAfterMs(state, server);

  useEffect(() => {
    isWorried.value = false;
    if (afterMs === undefined) return;
    const timer = setTimeout(() => isWorried.value = true, afterMs);
    return () => clearTimeout(timer);
  }, [state.phase, afterMs]);

  return isWorried.value ? <Doctor {...props} relayOnly={new URLSearchParams(location.search).has("relay")} /> : null;
}
