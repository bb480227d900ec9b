import { END_OF_CANDIDATES, type NumberedMessage, parseDescription, Refusal } from "../protocol/mod.ts";
import { Refused, Unreachable } from "./signaling_error.ts";
import type { CallEvent } from "./state.ts";

/** Turns a message of the other side into an event; `undefined` for one that means nothing to a call. */
export function eventOfMessage(message: NumberedMessage, call: string): CallEvent | undefined {
  const { type } = message;
  switch (type) {
    case "offer":
    case "answer":
      try {
        return { type, call, sdp: parseDescription(message, type).sdp };
      } catch (error) {
        return faultOf(error);
      }
    case "candidate":
      return { type, call, candidate: message.candidate };
    case "end-of-candidates":
      return { type: "candidate", call, candidate: END_OF_CANDIDATES };
  }
}

/** Turns the end of hearing into an event. `at` is epoch milliseconds, as below. */
export function eventOfEnd(error: unknown, at: number): CallEvent {
  return error instanceof Refused
    ? { type: "over", code: error.code, detail: error.message, at }
    : eventOfError(error, at);
}

/** Turns the failure of an effect into an event. */
export function eventOfError(error: unknown, at: number): CallEvent {
  if (error instanceof Refused) return { type: "refused", code: error.code, detail: error.message, at };
  return error instanceof Unreachable
    ? { type: "unreachable", detail: error.message, ...error.outage }
    : faultOf(error);
}

function faultOf(error: unknown): CallEvent {
  // The other side sent something else than a description.
  if (error instanceof Refusal) return { type: "fault", detail: error.message };
  return { type: "fault", detail: `The browser refused: ${error instanceof Error ? error.message : String(error)}` };
}
