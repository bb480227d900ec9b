import type { LadderRow } from "@/lib/ladder/mod.ts";
import { fill } from "@/words/fill.ts";
import { type LadderWords, nameMessages, nameState } from "./words.ts";

/** Returns the few words beside a row's arrow. */
export function labelOf(row: LadderRow, words: LadderWords): string {
  const label = shorten(plainLabel(row, words));
  return row.isRestart ? fill(words.labels.restart, { label }) : label;
}

function plainLabel(row: LadderRow, words: LadderWords): string {
  const { labels } = words;
  switch (row.kind) {
    case "asked": {
      const label = often(labels.asked[row.via], row.count, words);
      return row.nothing > 0 ? fill(labels.nothing, { label }) : label;
    }
    case "cut":
      return often(labels.cut, row.count, words);
    case "said":
    case "heard":
      return nameMessages(row.messages, words);
    case "refused":
      return row.code === undefined ? labels.unreachable : fill(labels.refused, { code: row.code });
    case "deleted":
    case "began":
    case "reconnecting":
      return labels[row.kind];
    case "transport":
      return fill(labels.transport, { via: words.transports[row.via] });
    case "gathered": {
      const { count, isAll } = row;
      if (count === 0) return labels.foundAll;
      const label = fill(count === 1 ? labels.gathered.one : labels.gathered.other, { count });
      return isAll ? fill(labels.all, { label }) : label;
    }
    case "candidate-error":
      return often(fill(labels.candidateError, { code: row.code }), row.count, words);
    case "state":
      return fill(labels[row.of], { state: nameState(row.state, words) });
    case "channel":
      return fill(labels.channel[row.state], { labels: row.labels.join(", ") });
    case "path":
      return fill(row.isRelayed ? labels.relayed : labels.direct, {
        local: row.local.type,
        remote: row.remote.type,
        protocol: row.local.protocol.toUpperCase(),
      });
    case "ended":
      return fill(labels.ended, { reason: row.reason === undefined ? "" : words.reasons[row.reason] });
    default:
      return row satisfies never;
  }
}

function often(label: string, count: number, words: LadderWords): string {
  return count === 1 ? label : fill(words.times, { label, count });
}

/** Labels may come from the other side, at any length. */
function shorten(label: string): string {
  const letters = Array.from(label);
  return letters.length > MAX_LETTERS ? `${letters.slice(0, MAX_LETTERS - 1).join("")}…` : label;
}

const MAX_LETTERS = 44;
