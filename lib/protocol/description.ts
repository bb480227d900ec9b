import { DEFAULT_LIMITS, type Limits, utf8Length } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** The two kinds of session description that a call takes: the caller's and the callee's. */
export type DescriptionType = "offer" | "answer";

/** A session description as `RTCPeerConnection` gives and takes it (webrtc-pc, section 4.6.2). */
export interface SessionDescription {
  readonly type: DescriptionType;
  /** SDP (RFC 8866). */
  readonly sdp: string;
}

/**
 * Turns untrusted JSON into a session description.
 *
 * @throws {Refusal} `invalid-body` for another shape, `too-large` for too long an SDP
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
 * @throws {Refusal} `invalid-body` for an empty one, `too-large` for too long a one
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
 * The ICE username fragments of a description, each of which names one ICE generation (RFC 8839, section 5.4).
 * There are several where the media sections are not bundled.
 */
export function ufragsOf(sdp: string): string[] {
  return [...new Set(Array.from(sdp.matchAll(/^a=ice-ufrag:(\S+)/gm), (line) => line[1]!))];
}

function invalid(detail: string): Refusal {
  return new Refusal("invalid-body", detail);
}
