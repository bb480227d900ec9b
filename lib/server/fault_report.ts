import type { Clock } from "./clock.ts";

/** Reports a bug or an outage, never a refusal. */
export type ReportFault = (fault: unknown) => void;

/** How long faults of a kind are only counted after one was logged. */
const WINDOW_MS = 10_000;

/** How many kinds are distinguished within that time; further ones count as one kind. */
const MAX_KINDS = 20;
const OTHERS = "other kinds";

const MAX_FRAMES = 8;

/** Parts of messages, and what is logged for them. A whole message may contain what a log must not. */
const KNOWN = [
  ["database is locked", "the database is locked"],
  ["database table is locked", "the database is locked"],
  ["database or disk is full", "the disk is full"],
  ["No space left on device", "the disk is full"],
  ["database disk image is malformed", "the database is malformed"],
  ["file is not a database", "the file isn't a database"],
  ["readonly database", "the database is read-only"],
  ["unable to open database file", "the database cannot be opened"],
  ["disk I/O error", "the disk cannot be read or written"],
  ["Too many open files", "too many files are open"],
  ["DENO_KV_ACCESS_TOKEN", "DENO_KV_ACCESS_TOKEN is not set"],
  ["Cannot read a mailbox", "a mailbox is not what was written"],
  ["Bad resource ID", "the database is closed"],
  ["Value too large", "a value is too large"],
  ["Key too large", "a key is too large"],
  ["Total mutation size too large", "a commit is too large"],
  ["Too many checks", "a commit has too many checks"],
] as const;

/**
 * Creates a report that writes one line per kind of fault and {@linkcode WINDOW_MS}: the first fault with its stack, then
 * the number of further ones. A kind is what failed and where.
 */
export function createFaultReport({ clock, write }: { clock: Clock; write(line: string): void }): ReportFault {
  const counts = new Map<string, number>();

  function count(kind: string) {
    counts.set(kind, 0);
    clock.after(WINDOW_MS, () => {
      const more = counts.get(kind)!;
      counts.delete(kind);
      if (more === 0) return;
      write(`Fault: ${kind}: ${more} more in ${WINDOW_MS / 1000} s`);
      count(kind);
    });
  }

  return (fault) => {
    const [place, ...callers] = framesOf(fault);
    const own = [describeFault(fault), ...(place === undefined ? [] : [place])].join(", ");
    const kind = counts.has(own) || counts.size < MAX_KINDS ? own : OTHERS;
    const known = counts.get(kind);
    if (known !== undefined) return void counts.set(kind, known + 1);
    write(["Fault: " + kind, ...(kind === own ? callers : [])].join(", "));
    count(kind);
  };
}

/** Describes a fault by its name and, if known, its cause, without its message. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return "Error";
  const name = /^\w{1,40}$/.test(fault.name) ? fault.name : "Error";
  const [, label] = KNOWN.find(([said]) => fault.message.includes(said)) ?? [];
  return label === undefined ? name : `${name}: ${label}`;
}

/** Returns the stack's frames, innermost first. They follow the message, which may have lines of any form. */
function framesOf(fault: unknown): string[] {
  if (!(fault instanceof Error) || fault.stack === undefined) return [];
  const frames = fault.stack.slice(Math.max(fault.stack.indexOf(fault.message), 0) + fault.message.length);
  return frames.split("\n").filter((line) => /^ {4}at .*:\d+\)?$/.test(line)).slice(0, MAX_FRAMES)
    .map((line) => line.trim());
}
