import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Inspected } from "@/components/Inspected.tsx";
import { Exchanged } from "@/components/learn/Exchanged.tsx";
import { Flow } from "@/components/learn/Flow.tsx";
import type { ReplayWords } from "@/components/learn/words.ts";
import type { JournalEntry } from "@/lib/client/mod.ts";
import { toLadder } from "@/lib/ladder/mod.ts";
import type { Message } from "@/lib/protocol/mod.ts";
import type { Language } from "@/words/languages.ts";

export interface ReplayProps {
  /** A caller's journal. */
  entries: readonly JournalEntry[];
  language: Language;
  words: ReplayWords;
}

/** How long a step is shown while the call plays, in milliseconds: long enough to read it. */
const STEP_MS = 4_000;

/** The notes and the steps of a recorded call, each of which can be inspected. */
export default function Replay({ entries, language, words }: ReplayProps) {
  const rows = useMemo(() => toLadder(entries).rows, [entries]);
  const ready = useSignal(false);
  const step = useSignal(0);
  const playing = useSignal(false);
  const opened = useSignal<Opened | undefined>(undefined);

  useEffect(() => {
    ready.value = true;
  }, []);

  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      if (step.value < rows.length) step.value++;
      playing.value = step.value < rows.length;
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [playing.value]);

  function go(to: number) {
    playing.value = false;
    if (opened.value?.place === "flow") opened.value = undefined;
    step.value = to;
  }

  function play() {
    playing.value = !playing.value;
    if (!playing.value) return;
    opened.value = undefined;
    if (step.value === 0 || step.value === rows.length) step.value = 1;
  }

  function open(it: Opened) {
    playing.value = false;
    opened.value = it;
  }

  function inspect(place: Place) {
    if (opened.value?.place !== place) return null;
    return (
      <Inspected
        messages={opened.value.messages}
        words={words.flow}
        language={language}
        onClose={() => opened.value = undefined}
      />
    );
  }

  return (
    <>
      <section class="lesson" aria-labelledby="exchanged">
        <h2 id="exchanged">{words.exchanged.heading}</h2>
        <p>{words.exchanged.intro}</p>
        <Exchanged
          entries={entries}
          words={words.exchanged}
          ready={ready.value}
          onOpen={(messages) => open({ place: "exchanged", messages })}
        />
        <p class="hint">{words.exchanged.masked}</p>
        {inspect("exchanged")}
      </section>
      <section class="lesson" aria-labelledby="flow">
        <h2 id="flow">{words.flow.heading}</h2>
        <p>{words.flow.intro}</p>
        <Flow
          rows={rows}
          step={step.value}
          playing={playing.value}
          ready={ready.value}
          me="caller"
          words={words}
          language={language}
          onStep={go}
          onPlay={play}
          onOpen={(messages, key) => open({ place: "flow", messages, key })}
          opened={opened.value?.key}
        >
          {inspect("flow")}
        </Flow>
      </section>
    </>
  );
}

type Place = "exchanged" | "flow";

/** What is inspected, and where. */
interface Opened {
  readonly place: Place;
  readonly messages: readonly Message[];
  /** The arrow's, in the figure. */
  readonly key?: number;
}
