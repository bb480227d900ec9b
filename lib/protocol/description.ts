import { DEFAULT_LIMITS, type Limits, utf8Length } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** The session descriptions of a call: the caller's offer and the callee's answer. */
export type DescriptionType = "offer" | "answer";

/** A session description: `RTCSessionDescriptionInit` (webrtc-pc, section 4.6.2). */
export interface SessionDescription {
  readonly type: DescriptionType;
  /** SDP (RFC 8866). */
  readonly sdp: string;
}

/**
 * Parses untrusted JSON as a session description.
 *
 * @throws {Refusal} `invalid-body` if it has another shape, `too-large` if the SDP is too long
 */
export function parseDescription(
  value: unknown,
  type: DescriptionType,
  limits: Limits = DEFAULT_LIMITS,
): SessionDescription {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(`Cannot read the ${type}: it is an object with "type" and "sdp"`);
  }
  const { type: given, sdp } = value as Record<string, unknown>;
  if (given !== type) throw invalid(`Cannot take this description as ${type}: "type" is not "${type}"`);
  if (typeof sdp !== "string") throw invalid(`Cannot read the ${type}: "sdp" is not a string`);
  return describeSdp(sdp, type, limits);
}

/**
 * Turns bare SDP into a session description.
 *
 * @throws {Refusal} `invalid-body` if it is empty, `too-large` if it is too long
 */
export function describeSdp(
  sdp: string,
  type: DescriptionType,
  limits: Limits = DEFAULT_LIMITS,
): SessionDescription {
  if (sdp.trim() === "") throw invalid(`Cannot read the ${type}: its SDP is empty`);
  if (utf8Length(sdp) > limits.sdpBytes) {
    throw new Refusal("too-large", `Cannot take this ${type}: its SDP is over ${limits.sdpBytes} bytes`, {
      limit: limits.sdpBytes,
    });
  }
  return { type, sdp };
}

/**
 * Returns the ICE username fragments in a description, each of which names an ICE generation (RFC 8839, section 5.4):
 * several if the media sections aren't bundled.
 */
export function ufragsOf(sdp: string): string[] {
  return [...new Set(Array.from(sdp.matchAll(/^a=ice-ufrag:(\S+)/gm), (line) => line[1]!))];
}

function invalid(detail: string): Refusal {
  return new Refusal("invalid-body", detail);
}
