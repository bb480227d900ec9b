/**
 * The browser's half of a call, without a page: {@linkcode createCall} creates one, and calls `onChange` with what to
 * draw.
 *
 * @module
 */
export type { ChatMessage, SendProblem, SendResult } from "./chat.ts";
export { indexOfId } from "./chat_history.ts";
export { type Call, type CallDeps, type CallOptions, type CallView, createCall } from "./create_call.ts";
export type { Happening, JournalEntry, Note, PathEnd } from "./journal.ts";
export { type Path, readPath } from "./path.ts";
export type { ServerState } from "./signaling.ts";
export type { CallState, EndCode, EndReason } from "./state.ts";
export { parseTransport, type TransportName } from "./transports/mod.ts";
