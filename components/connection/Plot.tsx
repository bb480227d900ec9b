import { useSignal } from "@preact/signals";
import { lineOf, type Measure, rangeOf, type Sample } from "@/lib/doctor/history.ts";
import { fill } from "@/words/fill.ts";
import { formatSize, formatTime } from "@/components/format.ts";
import type { ConnectionWords } from "./words.ts";

export interface PlotProps {
  samples: readonly Sample[];
  words: ConnectionWords["plot"];
  language: string;
}

const SIZE = { width: 600, height: 96 };

/** Plots round trip or throughput of the last minute, with a text alternative. */
export function Plot({ samples, words, language }: PlotProps) {
  const measure = useSignal<Measure>("roundTripMs");
  const range = rangeOf(samples, measure.value);
  const format = measure.value === "roundTripMs"
    ? (value: number) => formatTime(value, language)
    : (value: number) => fill(words.perSecond, { size: formatSize(value, language) });
  const name = measure.value === "roundTripMs" ? words.roundTrip : words.throughput;
  const text = range === undefined
    ? words.nothing
    : fill(words.text, { now: format(range.now), min: format(range.min), max: format(range.max) });
  return (
    <figure class="plot">
      <div class="plot-head">
        <h3>{words.title}</h3>
        <div class="plot-choice" role="group" aria-label={words.show}>
          <Choice measure="roundTripMs" chosen={measure} text={words.roundTrip} />
          <Choice measure="bytesPerS" chosen={measure} text={words.throughput} />
        </div>
      </div>
      <svg viewBox={`0 -6 ${SIZE.width} ${SIZE.height + 12}`} preserveAspectRatio="none" role="img" aria-label={name}>
        <path class="plot-floor" d={`M0 ${SIZE.height}H${SIZE.width}`} />
        <path class="plot-line" d={lineOf(samples, measure.value, { ...SIZE, top: range?.max ?? 0 })} />
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  );
}

function Choice({ measure, chosen, text }: { measure: Measure; chosen: { value: Measure }; text: string }) {
  return (
    <button
      type="button"
      class="plot-button"
      aria-pressed={chosen.value === measure}
      onClick={() => chosen.value = measure}
    >
      {text}
    </button>
  );
}
