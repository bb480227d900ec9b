import { formatTime } from "@/components/format.ts";
import type { ServerReport } from "@/lib/doctor/gather.ts";
import type { LoopReport } from "@/lib/doctor/loop.ts";
import type { ReachReport } from "@/lib/doctor/reach.ts";
import type { SelfTestReport } from "@/lib/doctor/self_test.ts";
import { isTurn } from "@/lib/doctor/ice_url.ts";
import { fill } from "@/words/fill.ts";
import type { DoctorWords } from "./words.ts";

export interface SelfTestResultProps {
  report: SelfTestReport;
  words: DoctorWords["test"];
  language: string;
}

/** A result, and its words. */
type Outcome = readonly ["running" | "good" | "bad" | "none", string];

/** The results of a self-test so far, line by line. */
export function SelfTestResult({ report, words, language }: SelfTestResultProps) {
  const { rows, states } = words;
  const time = (ms: number) => formatTime(ms, language);
  return (
    <dl class="self-test-rows">
      <Row name={rows.http} outcome={reach(report.http, states.reached, states.unreached)} />
      <Row name={rows.socket} outcome={reach(report.socket, states.socketReached, states.socketUnreached)} />
      {report.servers.map((it) => (
        <Row
          key={it.url}
          name={it.url || rows.own}
          outcome={server(it)}
          isCode={!!it.url}
        />
      ))}
      <Row name={rows.local} outcome={loop(report.local)} />
      <Row name={rows.relayed} outcome={report.relayed ? loop(report.relayed) : ["none", states.noTurn]} />
    </dl>
  );

  function reach(it: ReachReport, reached: string, failed: string): Outcome {
    if (it.state === "running") return ["running", states.running];
    return it.state === "reached" ? ["good", fill(reached, { time: time(it.ms) })] : ["bad", failed];
  }

  function server({ url, state, ms, error, candidates }: ServerReport): Outcome {
    if (state === "running") return ["running", states.running];
    if (url === "") {
      return candidates.all > 0 ? ["good", fill(states.own, { count: candidates.all })] : ["bad", states.ownNone];
    }
    if (state === "refused") {
      return ["bad", fill(states.refused, { code: error?.code || "", text: error?.text ?? "" }).trim()];
    }
    if (state === "silent") return ["bad", states.silent];
    if (ms === undefined) return isTurn(url) ? ["bad", states.silent] : ["good", states.stunSame];
    return ["good", fill(isTurn(url) ? states.turn : states.stun, { time: time(ms) })];
  }

  function loop(it: LoopReport): Outcome {
    if (it.state === "running") return ["running", states.running];
    if (it.state !== "connected") return ["bad", states.failed];
    return ["good", fill(states.connected, { time: time(it.openMs), echo: time(it.echoMs) })];
  }
}

function Row({ name, outcome: [state, text], isCode = false }: { name: string; outcome: Outcome; isCode?: boolean }) {
  return (
    <div data-outcome={state}>
      <dt>{isCode ? <code>{name}</code> : name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
