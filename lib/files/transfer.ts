/** Why a transfer failed. Either side tells the other, so that both show the same. */
export const FILE_PROBLEMS = [
  /** What arrived isn't what was sent. */
  "checksum-mismatch",
  /** More bytes came than were announced. */
  "too-many-bytes",
  /** It ended before all announced bytes had come. */
  "too-few-bytes",
  /** The sender doesn't wait for what it sends to be written. */
  "too-fast",
  /** The other side said something about the file that makes no sense. */
  "malformed",
  /** The file's channel broke, again and again. */
  "channel-failed",
  /** The call ended before the file had arrived. */
  "call-over",
  /** The receiver has no room for it. */
  "no-space",
  /** The receiver could not write it. */
  "not-written",
  /** The sender could not read it: it was changed, moved or is a folder. */
  "not-readable",
  /** Too many offers wait for an answer. */
  "too-many-offers",
  /** The other side knows nothing of it. */
  "unknown",
] as const;

export type FileProblem = typeof FILE_PROBLEMS[number];

/** Where a transfer stands. */
export type TransferState =
  /** Waits for its turn, to be offered or, once accepted, to be moved. */
  | { readonly phase: "queued" }
  /** Waits for the receiver to accept. An incoming one tells what this side could keep. */
  | { readonly phase: "offered"; readonly limitBytes?: number; readonly canPick?: boolean }
  /** Accepted, and on its way or about to be. */
  | { readonly phase: "moving" } & Progress
  /** All bytes are there, or on their way; the receiver checks and stores them. */
  | { readonly phase: "checking" }
  /** Arrived whole. An incoming file that isn't on disk already is in `blob`, whose type opens nothing. */
  | { readonly phase: "done"; readonly checksum: string; readonly blob?: Blob }
  | { readonly phase: "declined" | "cancelled"; readonly by: "me" | "them" }
  | { readonly phase: "failed"; readonly problem: FileProblem };

export interface Progress {
  readonly bytes: number;
  /** Over the last seconds; `undefined` while it can't be known. */
  readonly bytesPerSecond?: number;
  /** How long it will take at that speed. */
  readonly etaMs?: number;
  /** Nothing has moved for a while. */
  readonly stalled: boolean;
}

/** One file on its way from one side to the other. */
export type Transfer = {
  readonly id: string;
  readonly direction: "out" | "in";
  /** Safe to show, and to name a file with. */
  readonly name: string;
  readonly sizeBytes: number;
} & TransferState;

/** Whether nothing more will happen to it. */
export function isOver({ phase }: TransferState): boolean {
  return phase === "done" || phase === "declined" || phase === "cancelled" || phase === "failed";
}
