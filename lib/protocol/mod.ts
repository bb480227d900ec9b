/**
 * What client and server agree on: names, types, limits, and parsers for untrusted text. Any client may use the HTTP
 * resources; what toucan's own pages speak is in `wire.ts`.
 *
 * ```text
 *  caller                       toucan                       callee
 *    | POST /offer                |                            |
 *    |--------------------------->|   GET /offer (Prefer: wait)|
 *    | POST /offer-candidate      |<---------------------------|
 *    |--------------------------->|            POST /answer    |
 *    |                            |<---------------------------|
 *    | GET /answer (Prefer: wait) |     POST /answer-candidate |
 *    |--------------------------->|<---------------------------|
 *    | GET /answer-candidates     |     GET /offer-candidates  |
 *    |--------------------------->|<---------------------------|
 *    |                                                         |
 *    |<=============== DataChannel, peer to peer =============>|
 * ```
 *
 * @module
 */
export * from "./candidate.ts";
export * from "./description.ts";
export * from "./json.ts";
export * from "./limits.ts";
export * from "./message.ts";
export * from "./prefer.ts";
export * from "./problem.ts";
export * from "./refusal.ts";
export * from "./resource.ts";
export * from "./room.ts";
export * from "./wire.ts";
