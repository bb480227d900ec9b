import { type IceCandidate, isEndOfCandidates, parseCandidates } from "./candidate.ts";
import { type DescriptionType, parseDescription } from "./description.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import { type Side, SIDES } from "./resource.ts";

/** A message from one side of a call to the other. */
export type Message =
  | { readonly type: DescriptionType; readonly sdp: string }
  | { readonly type: "candidate"; readonly candidate: IceCandidate }
  | { readonly type: "end-of-candidates"; readonly usernameFragment?: string }
  /** Asks the caller for another offer, such as one that restarts ICE. */
  | { readonly type: "renegotiate" }
  /** Hangs up. */
  | { readonly type: "bye" };

/** A message as it is read: a side's messages are numbered from 1 within a call. */
export type NumberedMessage = Message & { readonly seq: number };

/**
 * Parses untrusted JSON, one message or a batch, as messages of a side.
 *
 * @throws {Refusal} `invalid-body` if it has another shape or the batch is too long, `too-large`
 */
export function parseMessages(value: unknown, from: Side, limits: Limits = DEFAULT_LIMITS): Message[] {
  const batch = Array.isArray(value) ? value : [value];
  if (batch.length === 0) throw new Refusal("invalid-body", "Cannot take this batch: there is no message in it");
  // A description fits in one batch with its candidates.
  if (batch.length > limits.batch + 1) {
    throw new Refusal(
      "invalid-body",
      `Cannot take ${batch.length} messages in one request: ${limits.batch + 1} at most`,
      { limit: limits.batch + 1 },
    );
  }
  return batch.map((item) => parseMessage(item, from, limits));
}

function parseMessage(value: unknown, from: Side, limits: Limits): Message {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid("it is an object");
  const { type, candidate, usernameFragment } = value as Record<string, unknown>;
  switch (type) {
    case SIDES[from].description:
      return parseDescription(value, SIDES[from].description, limits);
    case "candidate": {
      const [parsed] = parseCandidates([candidate], limits);
      if (parsed === undefined || isEndOfCandidates(parsed)) throw invalid(`"candidate" is an RTCIceCandidateInit`);
      return { type, candidate: parsed };
    }
    case "end-of-candidates":
      if (usernameFragment === undefined || usernameFragment === null) return { type };
      if (typeof usernameFragment !== "string") throw invalid(`"usernameFragment" is a string`);
      return { type, usernameFragment };
    case "renegotiate":
    case "bye":
      return { type };
    default:
      throw invalid(
        `a ${from} says "${SIDES[from].description}", "candidate", "end-of-candidates", "renegotiate" or "bye"`,
      );
  }
}

function invalid(detail: string): Refusal {
  return new Refusal("invalid-body", `Cannot read the message: ${detail}`);
}
