import type { EndReason, JournalEntry, PathEnd, TransportName } from "../client/mod.ts";
import type { Message, RefusalCode } from "../protocol/mod.ts";

/** What a row of a ladder shows: a request, a message, or something that happened on this side. */
export type RowContent =
  /** This side asked the server `count` times in a row, and got `nothing` responses without messages. */
  | { readonly kind: "asked"; readonly via: TransportName; readonly count: number; readonly nothing: number }
  /** Requests, streams or sockets broke, `count` times in a row. */
  | { readonly kind: "cut"; readonly via: TransportName; readonly count: number; readonly detail: string }
  | {
    readonly kind: "said";
    readonly via: TransportName;
    readonly messages: readonly Message[];
    readonly outcome: "pending" | "taken" | "refused";
    /** Time from sending to the outcome. */
    readonly tookMs?: number;
  }
  /** The server passed on messages of the other side; it isn't known when they were sent. */
  | { readonly kind: "heard"; readonly via: TransportName; readonly messages: readonly Message[] }
  | { readonly kind: "refused"; readonly code?: RefusalCode; readonly detail: string }
  | { readonly kind: "deleted" }
  | { readonly kind: "transport"; readonly via: TransportName }
  /** The browser gathered `count` candidates; `isAll` if gathering is complete. */
  | { readonly kind: "gathered"; readonly count: number; readonly isAll: boolean }
  | { readonly kind: "candidate-error"; readonly code: number; readonly text: string; readonly count: number }
  | { readonly kind: "state"; readonly of: "ice" | "connection"; readonly state: string }
  | { readonly kind: "channel"; readonly labels: readonly string[]; readonly state: "open" | "closed" }
  | { readonly kind: "path"; readonly local: PathEnd; readonly remote: PathEnd; readonly isRelayed: boolean }
  | { readonly kind: "began" }
  | { readonly kind: "reconnecting" }
  | { readonly kind: "ended"; readonly reason?: EndReason; readonly detail?: string };

/** A row of a ladder. A row that changes is replaced by a new object. */
export type LadderRow = RowContent & {
  /** Stays the same while the row changes. */
  readonly key: number;
  /** Milliseconds from the start of the attempt to its first entry. */
  readonly sinceMs: number;
  /** Its journal entries; only the first and last for rows that fold many. */
  readonly entries: readonly JournalEntry[];
  /** Part of an ICE restart over the server. */
  readonly isRestart: boolean;
};

/** What happened between a side and its server since the start of its latest attempt at a call. */
export interface Ladder {
  readonly rows: readonly LadderRow[];
  /** The journal no longer has the start of the attempt: times count from its first remaining entry. */
  readonly isCut: boolean;
}

/** Whether a row has descriptions or candidates to inspect. */
export function isOpenable({ kind }: RowContent): boolean {
  return kind === "said" || kind === "heard" || kind === "gathered";
}
