import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Path, readPath } from "@/lib/client/mod.ts";
import { addSample, type Sample } from "@/lib/doctor/history.ts";

/** How long between two measurements, in milliseconds. */
const PERIOD_MS = 1_000;

/** The path in use, and what was measured in the last minute. */
export interface Measured {
  readonly path: Path | undefined;
  readonly samples: readonly Sample[];
}

/** Measures once a second, while somebody can see the page. */
export function useMeasured(stats: () => Promise<RTCStatsReport | undefined>): Measured {
  const measured = useSignal<Measured>({ path: undefined, samples: [] });
  const latest = useRef(stats);
  latest.current = stats;

  useEffect(() => {
    let round = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function measure(mine: number) {
      // A connection may end while it is asked.
      const report = await latest.current().catch(() => undefined);
      if (mine !== round) return;
      const path = report && readPath(report);
      const { samples } = measured.peek();
      measured.value = { path, samples: path === undefined ? samples : addSample(samples, path, Date.now()) };
      timer = setTimeout(() => measure(mine), PERIOD_MS);
    }
    const pause = () => {
      round++;
      clearTimeout(timer);
    };
    const look = () => {
      pause();
      if (document.visibilityState === "visible") measure(round);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      pause();
    };
  }, []);

  return measured.value;
}
