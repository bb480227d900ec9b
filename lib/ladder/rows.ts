import type { EndReason, JournalEntry, PathEnd, TransportName } from "../client/mod.ts";
import type { Message, RefusalCode } from "../protocol/mod.ts";

/** What one row of a ladder shows: a request, a message, or something that this side noticed. */
export type RowContent =
  /** This side asked the server, `count` times in a row; `nothing` of these were answered with no news. */
  | { readonly kind: "asked"; readonly via: TransportName; readonly count: number; readonly nothing: number }
  /** What was asked ended without an answer, `count` times in a row. */
  | { readonly kind: "cut"; readonly via: TransportName; readonly count: number; readonly detail: string }
  | {
    readonly kind: "said";
    readonly via: TransportName;
    readonly messages: readonly Message[];
    readonly outcome: "pending" | "taken" | "refused";
    /** From saying it to its outcome. */
    readonly tookMs?: number;
  }
  /** The server passed on what the other side had said; when that was, nobody has told. */
  | { readonly kind: "heard"; readonly via: TransportName; readonly messages: readonly Message[] }
  | { readonly kind: "refused"; readonly code?: RefusalCode; readonly detail: string }
  | { readonly kind: "deleted" }
  | { readonly kind: "transport"; readonly via: TransportName }
  /** The browser found `count` candidates, and perhaps has found all. */
  | { readonly kind: "gathered"; readonly count: number; readonly isAll: boolean }
  | { readonly kind: "candidate-error"; readonly code: number; readonly text: string; readonly count: number }
  | { readonly kind: "state"; readonly of: "ice" | "connection"; readonly state: string }
  | { readonly kind: "channel"; readonly labels: readonly string[]; readonly state: "open" | "closed" }
  | { readonly kind: "path"; readonly local: PathEnd; readonly remote: PathEnd; readonly isRelayed: boolean }
  | { readonly kind: "began" }
  | { readonly kind: "reconnecting" }
  | { readonly kind: "ended"; readonly reason?: EndReason; readonly detail?: string };

/** One row of a ladder. A row that has changed is another object. */
export type LadderRow = RowContent & {
  /** Stays the same while the row changes. */
  readonly key: number;
  /** Milliseconds from the beginning of the attempt to the first of its entries. */
  readonly sinceMs: number;
  /** What it was made from; of rows that fold a lot together, the first and the last. */
  readonly entries: readonly JournalEntry[];
  /** Belongs to a restart of ICE over the server. */
  readonly isRestart: boolean;
};

/** What happened between a side and its server, from the beginning of its latest attempt at a call. */
export interface Ladder {
  readonly rows: readonly LadderRow[];
  /** The journal no longer reaches back to where the attempt began: times count from the first entry that is left. */
  readonly isCut: boolean;
}

/** Whether there is more to a row than its words: descriptions or candidates, which can be explained. */
export function isOpenable({ kind }: RowContent): boolean {
  return kind === "said" || kind === "heard" || kind === "gathered";
}
