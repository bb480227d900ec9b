import { formatTime } from "@/components/format.ts";
import type { LadderRow } from "@/lib/ladder/mod.ts";
import { fill } from "@/words/fill.ts";
import { type LadderWords, nameMessages, nameState } from "./words.ts";

/** Describes a row in full sentences, with its time. */
export function sentenceOf(row: LadderRow, words: LadderWords, language: string): string {
  const { sentences } = words;
  const sentence = timelessSentenceOf(row, words, language);
  return row.sinceMs === 0
    ? fill(sentences.begin, { sentence })
    : fill(sentences.at, { time: formatTime(row.sinceMs, language, "long"), sentence });
}

/** Describes a row in full sentences, where its time is shown anyway. */
export function timelessSentenceOf(row: LadderRow, words: LadderWords, language: string): string {
  const sentence = plainSentence(row, words, language);
  return row.isRestart ? fill(words.sentences.restart, { sentence }) : sentence;
}

function plainSentence(row: LadderRow, words: LadderWords, language: string): string {
  const { sentences, transports } = words;
  switch (row.kind) {
    case "asked": {
      const { via, count, nothing } = row;
      const sentence = sentences.asked[via];
      return [
        count === 1 ? sentence : fill(sentences.askedOften, { sentence, count }),
        ...(nothing === 0 ? [] : [fill(sentences.nothing, { count: nothing })]),
      ].join(" ");
    }
    case "cut":
      return fill(sentences.cut, { count: row.count, via: transports[row.via], detail: row.detail });
    case "said":
      return [
        fill(sentences.said, { via: transports[row.via], messages: nameMessages(row.messages, words) }),
        fill(outcomes(words)[row.outcome], { time: formatTime(row.tookMs ?? 0, language, "long") }),
      ].join(" ");
    case "heard":
      return fill(sentences.heard, { via: transports[row.via], messages: nameMessages(row.messages, words) });
    case "refused":
      return row.code === undefined
        ? fill(sentences.unreachable, { detail: row.detail })
        : fill(sentences.refused, { code: row.code, detail: row.detail });
    case "deleted":
    case "began":
    case "reconnecting":
      return sentences[row.kind];
    case "transport":
      return fill(sentences.transport, { via: transports[row.via] });
    case "gathered": {
      const { count, isAll } = row;
      const found = fill(count === 1 ? sentences.gathered.one : sentences.gathered.other, { count });
      return [...(count === 0 ? [] : [found]), ...(isAll ? [sentences.foundAll] : [])].join(" ");
    }
    case "candidate-error":
      return fill(sentences.candidateError, { code: row.code, count: row.count, text: row.text });
    case "state":
      return fill(sentences[row.of], { state: nameState(row.state, words) });
    case "channel":
      return fill(sentences.channel[row.state], { labels: row.labels.join(", ") });
    case "path":
      return fill(row.isRelayed ? sentences.relayed : sentences.direct, {
        local: row.local.type,
        remote: row.remote.type,
        protocol: row.local.protocol.toUpperCase(),
      });
    case "ended":
      return fill(sentences.ended, { reason: row.reason === undefined ? "" : words.reasons[row.reason] });
    default:
      return row satisfies never;
  }
}

function outcomes({ sentences }: LadderWords) {
  return { pending: sentences.pending, taken: sentences.taken, refused: sentences.saidRefused };
}
