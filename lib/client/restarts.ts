import { type IceCandidate, parseDescription, parseRoomName } from "../protocol/mod.ts";
import type { Greeting } from "./control.ts";
import { createNegotiation, versionOf } from "./negotiation.ts";
import {
  createRestartRoom,
  randomRoom,
  type RestartRoom,
  type RestartRoomOptions,
  siblingRoom,
} from "./restart_room.ts";
import type { CallEvent } from "./state.ts";
import { deleteRoom } from "./transports/http.ts";

/**
 * Restarts ICE on an open peer connection, over the control channel or, where that is lost, over the server:
 *
 * ```text
 *   caller                                               callee
 *     |-- hello {restarts, room: a random name} ---------->|    while the channel opens
 *     |<------------------------ hello {restarts: true} ---|
 *     |                                                    |
 *     |<---- offer, answer, candidate over the channel --->|    either side may offer
 *     |                                                    |
 *     |-- offer, candidates --------> server <--- answer --|    the channel is dead: as in a call,
 *     |                       /rooms/{room}                |    in a room no one else knows
 * ```
 */
export interface Restarts {
  /** Added to this side's hello. */
  readonly greeting: Greeting;
  /** Takes a message of the control channel. */
  hear(message: Record<string, unknown>): void;
  /** Takes this side's candidates. */
  add(candidate: RTCIceCandidate | null): void;
  /** Begins a restart; it replaces one under way. */
  restart(over: "channel" | "server"): void;
  /** Asks the other side over the channel whether it is there; its reply is reported as `path-alive`. */
  probe(): void;
  /** Ends the restart under way. */
  stop(): void;
  /** Tells the other side over the server, if it may not hear it directly, that this side hangs up. */
  leave(): void;
}

interface RestartsOptions
  extends Omit<RestartRoomOptions, "abort" | "negotiation" | "onRestarted" | "onGone" | "onFault"> {
  say(message: Record<string, unknown>): void;
  report(event: CallEvent): void;
  /** Ends the call. */
  abort: AbortSignal;
}

/** Prepares restarts; sends nothing before the first one. */
export function createRestarts(options: RestartsOptions): Restarts {
  const { role, peer, say, report, abort } = options;
  const negotiation = createNegotiation(peer, role === "callee");
  let room = role === "caller" ? randomRoom() : undefined;
  let isPossible = false;
  let round: { abort: AbortController; room?: RestartRoom } | undefined;

  function stop() {
    round?.abort.abort();
    round = undefined;
  }

  function restart(over: "channel" | "server") {
    stop();
    if (!isPossible || room === undefined) return report({ type: "restart-impossible" });
    const current = new AbortController();
    const onFault = (error: unknown) => {
      if (!current.signal.aborted && !abort.aborted) report({ type: "unreachable", detail: String(error) });
    };
    round = { abort: current };
    if (over === "channel") offerDirectly(current.signal).catch(onFault);
    else round.room = enter(room, current.signal, onFault);
  }

  async function offerDirectly(abort: AbortSignal) {
    say({ type: "offer", sdp: await negotiation.offer(abort) });
  }

  function enter(room: string, abort: AbortSignal, onFault: (error: unknown) => void): RestartRoom {
    return createRestartRoom({
      ...options,
      base: siblingRoom(options.base, room),
      abort,
      note: (happening) => options.note({ ...happening, restart: true }),
      negotiation,
      onRestarted: () => report({ type: "restarted" }),
      onGone: () => report({ type: "bye" }),
      onFault,
    });
  }

  async function take(message: Record<string, unknown>) {
    const { type, sdp, to, candidate } = message;
    if (type === "offer") {
      const offer = parseDescription({ type, sdp }, "offer").sdp;
      const answer = await negotiation.answer(offer);
      if (answer === undefined) return;
      say({ type: "answer", sdp: answer, to: versionOf(offer) });
      report({ type: "restarted" });
    } else if (type === "answer") {
      const answer = parseDescription({ type, sdp }, "answer").sdp;
      if (await negotiation.accept(answer, Number(to))) report({ type: "restarted" });
    } else if (type === "candidate") {
      await negotiation.add(candidate as IceCandidate);
    } else if (type === "probe") {
      say({ type: "alive" });
    } else if (type === "alive") {
      report({ type: "path-alive" });
    }
  }

  return {
    greeting: { restarts: true, ...(room === undefined ? {} : { room }) },
    hear(message) {
      if (message.type === "hello") {
        isPossible ||= message.restarts === true;
        room ??= parseRoom(message.room);
      } // A description the browser refuses is no reason to end a call that may still be alive.
      else take(message).catch(() => {});
    },
    add(candidate) {
      round?.room?.add(candidate);
      if (candidate !== null && isPossible) say({ type: "candidate", candidate });
    },
    restart,
    probe: () => say({ type: "probe" }),
    stop,
    leave() {
      // The other side may already be waiting there, before this one notices that the path is lost.
      if (
        isPossible && room !== undefined && (round?.room !== undefined || peer().connectionState !== "connected")
      ) {
        deleteRoom({ ...options, base: siblingRoom(options.base, room) }).catch(() => {});
      }
    },
  };
}

function parseRoom(name: unknown): string | undefined {
  try {
    return parseRoomName(String(name ?? ""));
  } catch {
    return undefined;
  }
}
