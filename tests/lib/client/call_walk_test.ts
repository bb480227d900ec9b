import { step } from "@/lib/client/call.ts";
import type { CallEvent, CallState, Effect, TimerName } from "@/lib/client/state.ts";
import type { RefusalCode } from "@/lib/protocol/mod.ts";
import { createRandom } from "@/testing/random.ts";
import { assert, assertEquals } from "@std/assert";

const STEPS = 50_000;

Deno.test("step() keeps its promises on a random walk", () => {
  for (const seed of [1, 2, 3]) {
    const random = createRandom(seed);
    const world = createWorld();
    const visited = new Set<string>(["idle"]);
    let state: CallState = { phase: "idle" };
    for (let count = 0; count < STEPS; count++) {
      const event = random.pick(random.below(2) === 0 ? PROGRESS : EVENTS);
      const [next, effects] = step(state, event);
      const story = `seed ${seed}, step ${count}: ${state.phase} + ${event.type} -> ${next.phase}`;
      if (isOver(state) && event.type !== "start") assertEquals([next, effects], [state, []], story);
      effects.forEach((effect) => world.perform(effect, state, story));
      assertEquals(world.hasAttempt, !isOver(next), story);
      // Without a path there is always something that ends the wait; with one, nobody asks the server.
      if (next.phase === "reconnecting") assert(world.timers.has("reconnect"), story);
      if (next.phase === "open") assertEquals(world.isSignaling, false, story);
      if (next.phase === "open") {
        assertEquals([...world.timers], next.connected && !world.isProbing ? [] : ["gap"], story);
      }
      if (isOver(next)) assertEquals(world.timers.size, 0, story);
      visited.add(next.phase === "ended" ? `${next.phase}: ${next.reason}` : next.phase);
      state = next;
    }
    // The walk has seen what it vouches for: all phases, and all reasons to end.
    assertEquals(visited.size, 8 + 9, [...visited].join(", "));
  }
});

/** Performs effects by keeping count of them. */
function createWorld() {
  const timers = new Set<TimerName>();
  let attempt: { signaling: boolean } | undefined;
  let isProbing = false;
  return {
    timers,
    get hasAttempt() {
      return attempt !== undefined;
    },
    /** The other side has been asked whether it is there, and the time to answer is running. */
    get isProbing() {
      return isProbing;
    },
    get isSignaling() {
      return attempt?.signaling;
    },
    perform(effect: Effect, from: CallState, story: string) {
      switch (effect.do) {
        case "begin":
          assertEquals(attempt, undefined, `A second peer: ${story}`);
          attempt = { signaling: true };
          break;
        case "release":
          isProbing = false;
          assert(attempt !== undefined, `Nothing to release: ${story}`);
          assert(effect.bye === undefined || isConnected(from), `Bye without a channel: ${story}`);
          attempt = undefined;
          timers.clear();
          break;
        case "delete-room":
          assertEquals(attempt, undefined, `Deleted before it was released: ${story}`);
          assert(!isConnected(from), `Deleted where a bye says it: ${story}`);
          assert(from.phase === "connecting" || "role" in from && from.role === "caller", `Not the caller's: ${story}`);
          break;
        case "stop-signaling":
          assert(attempt !== undefined, `Nothing to stop: ${story}`);
          attempt.signaling = false;
          break;
        case "restart":
          assert(attempt !== undefined && isConnected(from), `A restart of nothing: ${story}`);
          if (effect.over === "server") attempt.signaling = true;
          break;
        case "probe":
          assert(attempt !== undefined && isConnected(from), `Nobody to ask: ${story}`);
          isProbing = true;
          break;
        case "set-timer":
          assert(attempt !== undefined && effect.ms > 0 && effect.ms < 2 ** 31, story);
          timers.add(effect.name);
          break;
        case "clear-timer":
          timers.delete(effect.name);
          if (effect.name === "gap") isProbing = false;
          break;
        default:
          assert(attempt?.signaling, `Signaling without an attempt, or after the channel was open: ${story}`);
      }
    },
  };
}

function isOver({ phase }: CallState): boolean {
  return phase === "idle" || phase === "ended";
}

function isConnected({ phase }: CallState): boolean {
  return phase === "open" || phase === "reconnecting";
}

const CODES: (RefusalCode | undefined)[] = [
  "no-offer",
  "answer-taken",
  "offer-replaced",
  "too-large",
  undefined,
];
const TIMERS: TimerName[] = ["renew", "connect", "gap", "answer", "again", "reconnect"];
const CONNECTIONS: RTCPeerConnectionState[] = ["connecting", "connected", "disconnected", "failed", "closed"];

// Without a push the walk would hardly ever come as far as a connection.
const PROGRESS: CallEvent[] = [
  { type: "start", role: "caller" },
  { type: "start", role: "callee" },
  { type: "offer-made", sdp: "offer" },
  { type: "offer-posted", offer: { etag: `"o"`, expiresAt: 1_000 }, ttlMs: 1_000 },
  { type: "answer", call: `"o"`, sdp: "answer" },
  { type: "offer", call: `"o"`, sdp: "offer" },
  { type: "answer-made", sdp: "answer" },
  { type: "answer-posted" },
  { type: "channel-open" },
];

const EVENTS: CallEvent[] = [
  ...PROGRESS,
  { type: "hang-up" },
  { type: "close" },
  { type: "candidate", call: `"o"`, candidate: { candidate: "candidate:1" } },
  ...TIMERS.map((name): CallEvent => ({ type: "timer", name })),
  ...CONNECTIONS.map((state): CallEvent => ({ type: "connection", state })),
  { type: "network-changed" },
  { type: "path-doubted" },
  { type: "path-alive" },
  { type: "restarted" },
  { type: "restart-impossible" },
  { type: "channel-closed" },
  { type: "bye" },
  ...[0, 1_000].flatMap((at) => CODES.map((code): CallEvent => ({ type: "refused", code, detail: "No", at }))),
  ...["call-ended", "expired", "offer-replaced"].map((code) => over(code as RefusalCode)),
  { type: "unreachable", detail: "Gone" },
  { type: "unsupported" },
  { type: "fault", detail: "Broken" },
];

function over(code: RefusalCode): CallEvent {
  return { type: "over", code, detail: "No", at: 0 };
}
