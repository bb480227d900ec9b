import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Path, readPath } from "@/lib/client/mod.ts";
import { addSample, type Sample } from "@/lib/doctor/history.ts";

/** Time between measurements, in milliseconds. */
const PERIOD_MS = 1_000;

/** The path in use, and the last minute's measurements. */
export interface Measured {
  readonly path: Path | undefined;
  readonly samples: readonly Sample[];
}

/** Measures once a second while the page is visible. */
export function useMeasured(stats: () => Promise<RTCStatsReport | undefined>): Measured {
  const measured = useSignal<Measured>({ path: undefined, samples: [] });
  const latest = useRef(stats);
  latest.current = stats;

  useEffect(() => {
    let round = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function measure(mine: number) {
      // The connection may close meanwhile.
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
