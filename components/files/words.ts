import { formatSize, formatTime } from "@/components/format.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import { fill } from "@/words/fill.ts";

export type FilesWords = typeof import("@/words/en/files.ts").files;

/** Describes the state of a transfer in a line. */
export function describe(transfer: Transfer, words: FilesWords, language: string): string {
  const { states } = words;
  const isMine = transfer.direction === "out";
  switch (transfer.phase) {
    case "queued":
      return states.queued;
    case "offered": {
      if (isMine) return states.offeredOut;
      if (fits(transfer)) return states.offeredIn;
      const limit = formatSize(transfer.limitBytes ?? 0, language);
      return fill(transfer.canPick === true ? states.tooLargeButPick : states.tooLarge, { limit });
    }
    case "moving":
      return describeProgress(transfer, words, language);
    case "checking":
      return states.checking;
    case "done":
      return isMine ? states.doneOut : transfer.blob === undefined ? states.onDisk : states.doneIn;
    case "declined":
      return transfer.by === "me" ? states.declinedMe : states.declinedThem;
    case "cancelled":
      return transfer.by === "me" ? states.cancelledMe : states.cancelledThem;
    case "failed":
      return words.problems[transfer.problem];
    default:
      return transfer satisfies never;
  }
}

/** Returns what a screen reader announces when a transfer enters its phase, if anything. */
export function announce(transfer: Transfer, words: FilesWords, language: string): string | undefined {
  const { name, sizeBytes, phase } = transfer;
  if (phase === "queued" || phase === "checking" || (phase === "offered" && transfer.direction === "out")) return;
  const problem = phase === "failed" ? words.problems[transfer.problem] : "";
  return fill(words.announce[phase], { name, size: formatSize(sizeBytes, language), problem });
}

/** Whether there is space for an offered file, as far as is known. */
export function fits(transfer: Transfer): boolean {
  return transfer.phase !== "offered" || transfer.sizeBytes <= (transfer.limitBytes ?? Infinity);
}

function describeProgress(transfer: Transfer & { phase: "moving" }, words: FilesWords, language: string): string {
  if (transfer.stalled) return words.states.stalled;
  const { bytes, sizeBytes, bytesPerSecond, etaMs } = transfer;
  const sent = fill(words.sent, { bytes: formatSize(bytes, language), size: formatSize(sizeBytes, language) });
  if (bytesPerSecond === undefined || etaMs === undefined) return sent;
  const speed = fill(words.speed, { speed: formatSize(bytesPerSecond, language) });
  const leftMs = Math.max(1, Math.ceil(etaMs / 1_000)) * 1_000;
  return [sent, speed, fill(words.left, { time: formatTime(leftMs, language) })].join(" · ");
}
