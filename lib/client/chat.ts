/** One chat message as a page shows it. */
export interface ChatMessage {
  /** Counts from 1 within a call. */
  readonly id: number;
  readonly from: "me" | "them";
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The other side has it; stays `false` where it isn't toucan. */
  readonly delivered: boolean;
}

/** Whether a message is on its way, or the reason in words. */
export type SendResult = { readonly sent: true } | { readonly sent: false; readonly problem: string };
