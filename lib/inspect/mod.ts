/**
 * Explains a session description or an ICE candidate line by line, with keys of the page's words.
 *
 * @module
 */
export { explain, type Explanation, MAX_LINES, rawOf, type Section } from "./explain.ts";
export type { Line } from "./line.ts";
export { messagesOf } from "./messages_of.ts";
export { type LineKey, type Reference, REFERENCES } from "./references.ts";
