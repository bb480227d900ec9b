/** Why a transfer failed. One side tells the other, so that both show the same. */
export const FILE_PROBLEMS = [
  /** What arrived isn't what was sent. */
  "checksum-mismatch",
  /** More bytes arrived than were announced. */
  "too-many-bytes",
  /** The file ended before all announced bytes had arrived. */
  "too-few-bytes",
  /** The sender ignored the window. */
  "too-fast",
  /** The other side sent a malformed message, or one that doesn't fit the transfer. */
  "malformed",
  /** The file's channel kept breaking. */
  "channel-failed",
  /** The call ended before the file arrived. */
  "call-over",
  /** The receiver has no space for it. */
  "no-space",
  /** The receiver couldn't write it. */
  "not-written",
  /** The sender couldn't read it: it was changed or moved, or is a folder. */
  "not-readable",
  /** Too many offers are pending. */
  "too-many-offers",
  /** The other side doesn't know the file. */
  "unknown",
] as const;

export type FileProblem = typeof FILE_PROBLEMS[number];

/** The state of a transfer. */
export type TransferState =
  /** Waiting its turn, to be offered or, once accepted, to be sent. */
  | { readonly phase: "queued" }
  /** Waiting for the receiver to accept. `limitBytes` is how much this side can keep of an incoming file. */
  | { readonly phase: "offered"; readonly limitBytes?: number; readonly canPick?: boolean }
  /** Accepted and on its way, or about to be. */
  | { readonly phase: "moving" } & Progress
  /** All bytes have been sent; the receiver verifies and stores them. */
  | { readonly phase: "checking" }
  /** Verified and stored. An incoming file that isn't on disk yet is in `blob`, whose type no browser opens. */
  | { readonly phase: "done"; readonly checksum: string; readonly blob?: Blob }
  | { readonly phase: "declined" | "cancelled"; readonly by: "me" | "them" }
  | { readonly phase: "failed"; readonly problem: FileProblem };

export interface Progress {
  readonly bytes: number;
  /** Over the last seconds; not set while it is unknown. */
  readonly bytesPerSecond?: number;
  /** Remaining time at that speed. */
  readonly etaMs?: number;
  /** Nothing has moved for a while. */
  readonly stalled: boolean;
}

/** The transfer of one file. */
export type Transfer = {
  readonly id: string;
  readonly direction: "out" | "in";
  /** Safe to show and to save under. */
  readonly name: string;
  readonly sizeBytes: number;
  /** When it was offered on this page, in epoch milliseconds. */
  readonly at: number;
  /** A small JPEG of an image. */
  readonly thumbnail?: Blob;
} & TransferState;

/** Whether a transfer has ended. */
export function isOver({ phase }: TransferState): boolean {
  return phase === "done" || phase === "declined" || phase === "cancelled" || phase === "failed";
}
