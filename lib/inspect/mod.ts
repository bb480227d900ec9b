/**
 * Says what a session description or an ICE candidate is made of, line by line, with keys into the page's words.
 *
 * @module
 */
export { explain, type Explanation, MAX_LINES, rawOf, type Section } from "./explain.ts";
export type { Line } from "./line.ts";
export { messagesOf } from "./messages_of.ts";
export { type LineKey, type Reference, REFERENCES } from "./references.ts";
