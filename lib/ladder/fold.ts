import type { JournalEntry, PathEnd } from "../client/mod.ts";
import type { Ladder, LadderRow, RowContent } from "./rows.ts";

/** Turns journal entries into rows. */
export interface Fold {
  add(entry: JournalEntry): void;
  /** The rows so far. */
  ladder(): Ladder;
}

type Of<T extends JournalEntry["type"]> = Extract<JournalEntry, { readonly type: T }>;

/** Creates a fold without entries. */
export function createFold(): Fold {
  let rows: LadderRow[] = [];
  let startedAt: number | undefined;
  let isCut = false;
  let isOver = true;
  /** A request after a cut; it joins the cut's row if it is cut as well. */
  let again: Of<"asked"> | undefined;

  function rowOf(entry: JournalEntry, content: RowContent): LadderRow {
    const { seq, at, restart = false } = entry;
    return { ...content, key: seq, sinceMs: at - (startedAt ?? at), entries: [entry], isRestart: restart };
  }

  function push(entry: JournalEntry, content: RowContent) {
    rows.push(rowOf(entry, content));
  }

  function replace(index: number, entry: JournalEntry, change: Partial<LadderRow>, keepAll = true) {
    const row = rows[index]!;
    const entries = keepAll ? [...row.entries, entry] : [row.entries[0]!, entry];
    rows[index] = { ...row, ...change, entries } as LadderRow;
  }

  function add(entry: JournalEntry) {
    if (startsAttempt(entry)) {
      rows = [];
      startedAt = entry.at;
      isCut = false;
      again = undefined;
    } else if (startedAt === undefined) {
      startedAt = entry.at;
      isCut = true;
    }
    if (entry.type === "phase") isOver = entry.phase === "idle" || entry.phase === "ended";
    if (entry.type !== "cut") drawAgain();
    draw(entry);
  }

  function startsAttempt(entry: JournalEntry): boolean {
    return entry.type === "phase" && isOver && (entry.phase === "offering" || entry.phase === "looking");
  }

  function drawAgain() {
    const row = askingAgain();
    again = undefined;
    rows.push(...row);
  }

  function askingAgain(): LadderRow[] {
    return again === undefined ? [] : [rowOf(again, { kind: "asked", via: again.via, count: 1, nothing: 0 })];
  }

  function draw(entry: JournalEntry): void {
    const last = rows.at(-1);
    const end = rows.length - 1;
    switch (entry.type) {
      case "phase":
        return drawPhase(entry);
      case "asked":
        if (last?.kind === "cut" && last.via === entry.via) return void (again = entry);
        if (last?.kind !== "asked" || last.via !== entry.via) {
          return push(entry, { kind: "asked", via: entry.via, count: 1, nothing: 0 });
        }
        return replace(end, entry, { count: last.count + 1 }, false);
      case "nothing": {
        const index = rows.findLastIndex((row) => row.kind === "asked" && row.via === entry.via);
        const row = rows[index];
        if (row?.kind === "asked") replace(index, entry, { nothing: row.nothing + 1 }, false);
        return;
      }
      case "cut":
        if (last?.kind !== "cut" || last.via !== entry.via) {
          return push(entry, { kind: "cut", via: entry.via, count: 1, detail: entry.detail });
        }
        again = undefined;
        return replace(end, entry, { count: last.count + 1, detail: entry.detail }, false);
      case "heard":
        return push(entry, { kind: "heard", via: entry.via, messages: entry.messages });
      case "said":
        return push(entry, { kind: "said", via: entry.via, messages: entry.messages, outcome: "pending" });
      case "taken":
        return settle(entry, entry.id, "taken");
      case "refused": {
        const { id, code, detail } = entry;
        if (id !== undefined) settle(entry, id, "refused");
        return push(entry, { kind: "refused", ...(code === undefined ? {} : { code }), detail });
      }
      case "transport":
        return push(entry, { kind: "transport", via: entry.via });
      case "deleted":
        return push(entry, { kind: "deleted" });
      case "gathered": {
        const found = entry.candidate === null || entry.candidate.candidate === "" ? 0 : 1;
        if (last?.kind !== "gathered") return push(entry, { kind: "gathered", count: found, isAll: found === 0 });
        return replace(end, entry, { count: last.count + found, isAll: last.isAll || found === 0 });
      }
      case "candidate-error": {
        const { code, text } = entry;
        if (last?.kind !== "candidate-error" || last.code !== code) {
          return push(entry, { kind: "candidate-error", code, text, count: 1 });
        }
        return replace(end, entry, { count: last.count + 1 });
      }
      case "state":
        // The other states follow from what is drawn anyway.
        if (entry.of === "ice" || entry.of === "connection") {
          push(entry, { kind: "state", of: entry.of, state: entry.state });
        }
        return;
      case "channel":
        if (last?.kind !== "channel" || last.state !== entry.state) {
          return push(entry, { kind: "channel", labels: [entry.label], state: entry.state });
        }
        return replace(end, entry, { labels: [...last.labels, entry.label] });
      case "path": {
        const { local, remote } = entry;
        const isRelayed = local.type === "relay" || remote.type === "relay";
        // Browsers switch between addresses of one type, and learn them late.
        if (last?.kind === "path" && isAlike(last.local, local) && isAlike(last.remote, remote)) {
          return replace(end, entry, { local, remote });
        }
        return push(entry, { kind: "path", local, remote, isRelayed });
      }
      default:
        entry satisfies never;
    }
  }

  function drawPhase(entry: Of<"phase">) {
    const { reason, detail } = entry;
    if (entry.at === startedAt && rows.length === 0 && !isCut) push(entry, { kind: "began" });
    else if (entry.phase === "reconnecting") push(entry, { kind: "reconnecting" });
    else if (entry.phase === "ended") {
      push(entry, {
        kind: "ended",
        ...(reason === undefined ? {} : { reason }),
        ...(detail === undefined ? {} : { detail }),
      });
    }
  }

  // IDs start over in each round of signaling.
  function settle(entry: Of<"taken" | "refused">, id: number, outcome: "taken" | "refused") {
    const index = rows.findLastIndex((row) => {
      const [said] = row.entries;
      return row.kind === "said" && row.outcome === "pending" && said?.type === "said" && said.id === id &&
        row.isRestart === (entry.restart ?? false);
    });
    const said = rows[index]?.entries[0];
    if (said !== undefined) replace(index, entry, { outcome, tookMs: entry.at - said.at });
  }

  return { add, ladder: () => ({ rows: [...rows, ...askingAgain()], isCut }) };
}

function isAlike(one: PathEnd, other: PathEnd): boolean {
  return one.type === other.type && one.protocol === other.protocol;
}
