import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { runSelfTest, type SelfTestReport } from "@/lib/doctor/self_test.ts";
import { SelfTestResult } from "./SelfTestResult.tsx";
import type { DoctorWords } from "./words.ts";

export interface SelfTestProps {
  iceServers: readonly RTCIceServer[];
  words: DoctorWords["test"];
  /** As BCP 47 names it. */
  language: string;
  /** Omits the heading, if what surrounds it says the same. */
  plain?: boolean;
}

/** A button that tests this network, and the results. */
export function SelfTest({ iceServers, words, language, plain = false }: SelfTestProps) {
  const report = useSignal<SelfTestReport | undefined>(undefined);
  const state = useSignal<"idle" | "running" | "stopped" | "done">("idle");
  const abort = useRef<AbortController | null>(null);

  useEffect(() => () => abort.current?.abort(), []);

  async function start() {
    const mine = abort.current = new AbortController();
    state.value = "running";
    try {
      await runSelfTest({ iceServers, onChange: (found) => report.value = found, abort: mine.signal });
      state.value = "done";
    } catch {
      // It only rejects when it is stopped.
    }
  }

  function stop() {
    abort.current?.abort();
    state.value = "stopped";
  }

  const isRunning = state.value === "running";
  return (
    <section class="self-test" aria-label={words.title} data-state={state.value}>
      {!plain && <h4>{words.title}</h4>}
      <p class="hint">{words.hint}</p>
      <button type="button" class="button" onClick={isRunning ? stop : start}>
        {isRunning ? words.stop : state.value === "idle" ? words.start : words.again}
      </button>
      {report.value !== undefined && <SelfTestResult report={report.value} words={words} language={language} />}
      <div role="status" class="self-test-verdict">
        {isRunning && <p>{words.running}</p>}
        {state.value === "stopped" && <p>{words.stopped}</p>}
        {state.value === "done" && report.value?.verdict !== undefined && (
          <>
            <p>
              <strong>{words.verdicts[report.value.verdict].title}</strong>
            </p>
            <p>{words.verdicts[report.value.verdict].text}</p>
            {report.value.http.state === "failed" && <p class="problem">{words.noServer}</p>}
          </>
        )}
      </div>
    </section>
  );
}
