import { DEFAULT_LIMITS, type Limits, utf8Length } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** One ICE candidate as `RTCPeerConnection` gives and takes it: `RTCIceCandidateInit` (webrtc-pc, section 4.8.1). */
export interface IceCandidate {
  /** `candidate:…` (RFC 8839, section 5.1), or `""` for end-of-candidates. */
  readonly candidate: string;
  readonly sdpMid?: string | null;
  readonly sdpMLineIndex?: number | null;
  /** The ICE generation the candidate belongs to. */
  readonly usernameFragment?: string | null;
}

/** The end of a side's candidates (RFC 8838, section 4.2). */
export const END_OF_CANDIDATES: IceCandidate = { candidate: "" };

/** Whether a candidate is the end of the candidates. */
export function isEndOfCandidates({ candidate }: IceCandidate): boolean {
  return candidate === "";
}

/**
 * Parses untrusted JSON, one candidate or a batch. End-of-candidates may be written `{"candidate": ""}`, `""` or
 * `null`.
 *
 * @throws {Refusal} `invalid-body` if it has another shape or the batch is too long, `too-large` if a candidate is
 */
export function parseCandidates(value: unknown, limits: Limits = DEFAULT_LIMITS): IceCandidate[] {
  const batch = Array.isArray(value) ? value : [value];
  if (batch.length > limits.batch) {
    throw new Refusal(
      "invalid-body",
      `Cannot take ${batch.length} candidates in one request: ${limits.batch} at most`,
      { limit: limits.batch },
    );
  }
  return batch.map((item) => parseCandidate(item, limits));
}

/** Returns the candidate lines in a session description (RFC 8839, section 5.1), without `a=`. */
export function candidateLinesIn(sdp: string): string[] {
  return Array.from(sdp.matchAll(/^a=(candidate:.*)$/gm), ([, line = ""]) => line);
}

/** Returns the ICE generation named by a candidate, in its field or its line; `null` if there is none. */
export function ufragOfCandidate({ candidate, usernameFragment }: IceCandidate): string | null {
  return usernameFragment || (/ ufrag (\S+)/.exec(candidate)?.[1] ?? null);
}

function parseCandidate(value: unknown, limits: Limits): IceCandidate {
  if (value === null || value === "") return END_OF_CANDIDATES;
  if (typeof value !== "object" || Array.isArray(value)) {
    throw invalid("a candidate is an object, null or an empty string");
  }
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = value as Record<string, unknown>;
  if (typeof candidate !== "string") throw invalid(`"candidate" is not a string`);
  if (!isTextOrNothing(sdpMid)) throw invalid(`"sdpMid" is neither a string nor null`);
  if (!isIndexOrNothing(sdpMLineIndex)) throw invalid(`"sdpMLineIndex" is neither a number from 0 to 65535 nor null`);
  if (!isTextOrNothing(usernameFragment)) throw invalid(`"usernameFragment" is neither a string nor null`);
  const parsed: IceCandidate = {
    candidate,
    ...(sdpMid === undefined ? {} : { sdpMid }),
    ...(sdpMLineIndex === undefined ? {} : { sdpMLineIndex }),
    ...(usernameFragment === undefined ? {} : { usernameFragment }),
  };
  if (utf8Length(JSON.stringify(parsed)) > limits.candidateBytes) {
    throw new Refusal("too-large", `Cannot take this candidate: it is over ${limits.candidateBytes} bytes`, {
      limit: limits.candidateBytes,
    });
  }
  return parsed;
}

function isTextOrNothing(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === "string";
}

function isIndexOrNothing(value: unknown): value is number | null | undefined {
  return value === undefined || value === null ||
    (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 65_535);
}

function invalid(detail: string): Refusal {
  return new Refusal("invalid-body", `Cannot read the candidate: ${detail}`);
}
