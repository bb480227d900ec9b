import type { Side } from "../protocol/mod.ts";
import { whileAnswering, whileLooking } from "./callee.ts";
import { whileOffering, whileWaiting } from "./caller.ts";
import { whileConnecting, whileOpen } from "./connection.ts";
import { whileReconnecting } from "./reconnecting.ts";
import type { CallEvent, CallState, Step } from "./state.ts";
import { end, stay } from "./transition.ts";

/**
 * The call machine: the next state and the effects of an event. Pure; effects are data.
 *
 * ```text
 *    start(caller)                      start(callee)
 *         |                                  |
 *         v                                  v      offer replaced, taken or gone
 *     offering                            looking <----------------.
 *         | offer-posted                     | offer               |
 *         v                                  v                     |
 *     waiting --. renew, well before      answering ---------------'
 *         |  ^--' the offer expires          |      |
 *         |                                  |      | channel-open (may come before the server's receipt)
 *         | answer             answer-posted |      |
 *         '----------> connecting <----------'      |
 *                          | channel-open           |
 *                          '--------> open <--------'
 *                                     |  ^
 *             connection lost for 3 s,  |  |  connected again, with both sides'
 *                 or another network  v  |  new descriptions
 *                                 reconnecting --. once more, over the server
 *                                        ^-------' where the channel is lost
 *
 *   hang-up, close, a refusal, a lost connection, from anywhere ----> ended ----> start
 * ```
 */
export function step(state: CallState, event: CallEvent): Step {
  if (state.phase === "idle" || state.phase === "ended") {
    return event.type === "start" ? begin(event.role) : stay(state);
  }
  switch (event.type) {
    case "start":
      return stay(state);
    case "hang-up":
      return end(state, "hung-up");
    case "close":
      return end(state, "hung-up", { atOnce: true });
    case "unsupported":
      return end(state, "unsupported");
    case "fault":
      return end(state, "refused", event);
  }
  switch (state.phase) {
    case "offering":
      return whileOffering(state, event);
    case "waiting":
      return whileWaiting(state, event);
    case "looking":
      return whileLooking(state, event);
    case "answering":
      return whileAnswering(state, event);
    case "connecting":
      return whileConnecting(state, event);
    case "open":
      return whileOpen(state, event);
    case "reconnecting":
      return whileReconnecting(state, event);
    default:
      return state satisfies never;
  }
}

function begin(role: Side): Step {
  return role === "caller"
    ? [{ phase: "offering", role, sdp: null }, [{ do: "begin", role }, { do: "make-offer" }]]
    : [{ phase: "looking", role, occupied: null, restarts: 0 }, [{ do: "begin", role }, { do: "hear", call: "" }]];
}
