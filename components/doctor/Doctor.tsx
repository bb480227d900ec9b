import { useSignal } from "@preact/signals";
import { useEffect, useId, useMemo } from "preact/hooks";
import { formatTime } from "@/components/format.ts";
import type { JournalEntry } from "@/lib/client/mod.ts";
import { diagnose } from "@/lib/doctor/diagnose.ts";
import type { Diagnosis, Evidence } from "@/lib/doctor/diagnosis.ts";
import { fill } from "@/words/fill.ts";
import { SelfTest } from "./SelfTest.tsx";
import type { DoctorWords } from "./words.ts";

export interface DoctorProps {
  journal: readonly JournalEntry[];
  iceServers: readonly RTCIceServer[];
  relayOnly?: boolean;
  words: DoctorWords;
  /** As BCP 47 names it. */
  language: string;
}

/** How often an ongoing call is diagnosed again, in milliseconds. */
const ROUND_MS = 1_000;

/** Shows why a call isn't connected, the evidence, and what to try; nothing if all is well. */
export function Doctor({ journal, iceServers, relayOnly = false, words, language }: DoctorProps) {
  const now = useSignal(Date.now());
  const heading = useId();
  const diagnosis = useMemo(
    () => diagnose(journal, { now: Math.max(now.value, journal.at(-1)?.at ?? 0), iceServers, relayOnly }),
    [journal, journal.length, now.value, iceServers, relayOnly],
  );
  const goesOn = diagnosis !== undefined && !diagnosis.settled;

  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => now.value = Date.now(), ROUND_MS);
    return () => clearInterval(timer);
  }, [goesOn]);

  if (diagnosis === undefined || isGoodbye(diagnosis)) return null;
  const { title, meaning, tries } = words.causes[diagnosis.cause];
  return (
    <section class="doctor" aria-labelledby={heading} data-cause={diagnosis.cause}>
      <div role="status">
        <p class="doctor-kicker">{diagnosis.settled ? words.settled : words.soFar}</p>
        <h3 id={heading}>{title}</h3>
        <p>{meaning}</p>
      </div>
      <div class="doctor-columns">
        <div>
          <h4>{words.tries}</h4>
          <ul>{tries.map((text) => <li key={text}>{text}</li>)}</ul>
        </div>
        {diagnosis.evidence.length > 0 && (
          <div class="doctor-evidence">
            <h4>{words.evidence}</h4>
            <ul>
              {diagnosis.evidence.map((it) => {
                const text = sentence(it, words, language);
                return <li key={text}>{text}</li>;
              })}
            </ul>
          </div>
        )}
      </div>
      <SelfTest iceServers={iceServers} words={words.test} language={language} />
    </section>
  );
}

// A call that was connected until the other side left needs no doctor.
function isGoodbye({ cause, evidence }: Diagnosis): boolean {
  return cause === "left" && evidence.some(({ name }) => name === "talked");
}

function sentence({ name, values }: Evidence, words: DoctorWords, language: string): string {
  const { timeMs } = values;
  // Whole seconds, since it keeps counting while someone reads.
  const time = typeof timeMs === "number"
    ? formatTime(timeMs < 1_000 ? timeMs : Math.round(timeMs / 1_000) * 1_000, language)
    : "";
  return fill(words.shows[name], { ...values, time }).trim();
}
