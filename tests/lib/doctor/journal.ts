import { assertEquals } from "@std/assert";
import type { Happening, JournalEntry } from "@/lib/client/mod.ts";
import type { NumberedMessage, RefusalCode, Side } from "@/lib/protocol/mod.ts";

import { diagnose, type Setting } from "@/lib/doctor/diagnose.ts";
import type { Cause, Evidence } from "@/lib/doctor/diagnosis.ts";

/** A happening, and how many milliseconds after the beginning it happened. */
export type Timed = readonly [number, Happening];

/** When the tests' journals begin, in epoch milliseconds. */
export const START = Date.parse("2026-01-01T12:00:00Z");

/** Numbers and dates what happened. */
export function journalOf(...happenings: readonly Timed[]): JournalEntry[] {
  return happenings.map(([ms, happening], index) => ({ seq: index + 1, at: START + ms, ...happening }));
}

export const LOCAL = "candidate:1 1 udp 2113937151 198.51.100.7 1000 typ host";
export const PUBLIC = "candidate:2 1 UDP 1677729535 203.0.113.5 1000 typ srflx raddr 0.0.0.0 rport 0";
export const RELAYED = "candidate:3 1 udp 50339839 192.0.2.1 1000 typ relay raddr 0.0.0.0 rport 0";
export const TCP = "candidate:4 1 tcp 1518214911 198.51.100.7 9 typ host tcptype active";

export function phase(ms: number, phase: Extract<Happening, { type: "phase" }>["phase"], role: Side): Timed {
  return [ms, { type: "phase", phase, role }];
}

export function ended(ms: number, reason: Extract<Happening, { type: "phase" }>["reason"], role: Side): Timed {
  return [ms, { type: "phase", phase: "ended", role, ...(reason === undefined ? {} : { reason }) }];
}

export function state(ms: number, of: "ice" | "connection" | "gathering", state: string): Timed {
  return [ms, { type: "state", of, state }];
}

/** What this side's browser found; `null` is the end of it. */
export function gathered(ms: number, ...lines: readonly (string | null)[]): Timed[] {
  return lines.map((line) => [ms, { type: "gathered", candidate: line === null ? null : { candidate: line } }]);
}

/** What the other side told of, by and by; `null` is the end of it. */
export function heard(ms: number, ...lines: readonly (string | null)[]): Timed {
  const messages = lines.map((line, index): NumberedMessage => {
    const seq = index + 1;
    return line === null
      ? { seq, type: "end-of-candidates" }
      : { seq, type: "candidate", candidate: { candidate: line, sdpMid: "0", sdpMLineIndex: 0 } };
  });
  return [ms, { type: "heard", via: "websocket", call: '"1"', messages, reset: false }];
}

export function failure(ms: number, url: string, code: number, text = ""): Timed {
  return [ms, { type: "candidate-error", url, code, text }];
}

export function said(ms: number, id: number, type: "offer" | "answer"): Timed {
  return [ms, { type: "said", via: "websocket", id, messages: [{ type, sdp: "v=0\r\n" }] }];
}

export function refused(ms: number, code: RefusalCode | undefined, id?: number): Timed {
  return [ms, {
    type: "refused",
    ...(id === undefined ? {} : { id }),
    ...(code === undefined ? {} : { code }),
    detail: "Cannot",
  }];
}

export function cut(ms: number): Timed {
  return [ms, { type: "cut", via: "websocket", detail: "The WebSocket was closed" }];
}

/** A response with an error of the server, or, without a code, of something on the way to it. */
export function failed(ms: number, status: number, code?: RefusalCode): Timed {
  return [ms, { type: "cut", via: "websocket", detail: "Cut off", status, ...(code === undefined ? {} : { code }) }];
}

/** A caller that has heard an answer, and looks for a path. */
export const CONNECTING = [
  phase(0, "offering", "caller"),
  state(10, "gathering", "gathering"),
  phase(100, "waiting", "caller"),
  phase(1_000, "connecting", "caller"),
];
export const FAILED = ended(16_000, "failed", "caller");
export const BOTH_LOCAL = [...gathered(20, LOCAL, TCP, null), heard(1_100, LOCAL)];

/** What a journal should lead to. */
export interface Case {
  name: string;
  journal: readonly Timed[];
  cause: Cause | undefined;
  /** Its names; anything if left out. */
  evidence?: readonly Evidence["name"][];
  /** Of the STUN and TURN servers. */
  urls?: readonly string[];
  setting?: Partial<Setting>;
  settled?: boolean;
}

/** Defines a test for each case. */
export function testDiagnoses(cases: readonly Case[]): void {
  for (const { name, journal, cause, evidence, urls = [], setting = {}, settled = true } of cases) {
    Deno.test(`diagnose() names ${cause ?? "no cause"} for ${name}`, () => {
      const iceServers = urls.map((url) => ({ urls: url }));
      const found = diagnose(journalOf(...journal), { now: START + 30_000, iceServers, ...setting });
      assertEquals(found?.cause, cause);
      if (evidence !== undefined) assertEquals(found?.evidence.map(({ name }) => name), evidence);
      if (found !== undefined) assertEquals(found.settled, settled);
    });
  }
}
