import { step } from "@/lib/client/call.ts";
import type { CallEvent, CallState, Effect, EndCode, EndReason, TimerName } from "@/lib/client/state.ts";
import { assertEquals } from "@std/assert";

type Reconnecting = Extract<CallState, { phase: "reconnecting" }>;

const OPEN: CallState = { phase: "open", role: "caller", connected: true };
const GAP: CallState = { ...OPEN, connected: false };
const LOST: Reconnecting = {
  phase: "reconnecting",
  role: "caller",
  connected: false,
  settled: false,
  outdated: false,
};
const CHANGED: Reconnecting = { ...LOST, connected: true };
const SETTLED: Reconnecting = { ...LOST, settled: true };

const BOUND: Effect[] = [
  { do: "clear-timer", name: "gap" },
  { do: "set-timer", name: "reconnect", ms: 120_000 },
];
const OVER_SERVER: Effect[] = [
  { do: "restart", over: "server" },
  { do: "set-timer", name: "again", ms: 15_000 },
  { do: "clear-timer", name: "answer" },
];
const OVER_CHANNEL: Effect[] = [
  { do: "restart", over: "channel" },
  { do: "set-timer", name: "again", ms: 15_000 },
  { do: "set-timer", name: "answer", ms: 2_000 },
];
const REOPEN: Effect[] = [
  { do: "clear-timer", name: "answer" },
  { do: "clear-timer", name: "again" },
  { do: "clear-timer", name: "reconnect" },
  { do: "stop-signaling" },
];

type Row = [name: string, from: CallState, event: CallEvent, to: CallState, effects: Effect[]];

const ROWS: Row[] = [
  ["gives a short gap a chance", OPEN, connection("disconnected"), GAP, [{ do: "set-timer", name: "gap", ms: 3_000 }]],
  ["forgets a gap that is over", GAP, connection("connected"), OPEN, [{ do: "clear-timer", name: "gap" }]],
  ["reconnects after a longer gap", GAP, timer("gap"), LOST, [...BOUND, ...OVER_SERVER]],
  ["reconnects a lost connection at once", OPEN, connection("failed"), LOST, [...BOUND, ...OVER_SERVER]],
  ["tries the channel when the network changes", OPEN, { type: "network-changed" }, CHANGED, [
    ...BOUND,
    ...OVER_CHANNEL,
  ]],
  ["asks the server when the network changes in a gap", GAP, { type: "network-changed" }, LOST, [
    ...BOUND,
    ...OVER_SERVER,
  ]],
  ["asks the other side first where the network may have changed", OPEN, { type: "path-doubted" }, OPEN, [
    { do: "probe" },
    { do: "set-timer", name: "gap", ms: 2_000 },
  ]],
  ["leaves a path alone that is alive", OPEN, { type: "path-alive" }, OPEN, [{ do: "clear-timer", name: "gap" }]],
  ["does not take a late word for the end of a gap", GAP, { type: "path-alive" }, GAP, []],
  ["tries the channel when nobody answers", OPEN, timer("gap"), CHANGED, [...BOUND, ...OVER_CHANNEL]],
  ["asks the server when the path is in doubt in a gap", GAP, { type: "path-doubted" }, LOST, [
    ...BOUND,
    ...OVER_SERVER,
  ]],

  ["asks the server when the channel is silent", CHANGED, timer("answer"), CHANGED, OVER_SERVER],
  ["asks the server when the channel is lost", CHANGED, connection("failed"), LOST, OVER_SERVER],
  ["asks the server when the channel is in a gap", CHANGED, connection("disconnected"), LOST, OVER_SERVER],
  ["goes on over the server while nothing is better", LOST, connection("failed"), LOST, []],
  ["takes the channel when the old path is back", LOST, connection("connected"), CHANGED, OVER_CHANNEL],
  ["waits for a path once both have agreed", LOST, { type: "restarted" }, SETTLED, [
    { do: "clear-timer", name: "answer" },
  ]],
  ["is open again by a new path", SETTLED, connection("connected"), OPEN, REOPEN],
  ["is open again by agreement on a path that holds", CHANGED, { type: "restarted" }, OPEN, REOPEN],
  ["restarts what has failed once more, after a while", SETTLED, connection("failed"), SETTLED, [
    { do: "set-timer", name: "again", ms: 2_000 },
  ]],
  ["restarts what leads nowhere", SETTLED, timer("again"), LOST, OVER_SERVER],
  ["leaves ICE its time", SETTLED, connection("connecting"), SETTLED, []],
  ["begins anew on another network", SETTLED, { type: "network-changed" }, LOST, OVER_SERVER],
  ["lets an offer be answered before there is another", CHANGED, { type: "network-changed" }, {
    ...CHANGED,
    outdated: true,
  }, []],
  [
    "offers again what is outdated once it is answered",
    { ...CHANGED, outdated: true },
    { type: "restarted" },
    CHANGED,
    OVER_CHANNEL,
  ],
  ["asks a server again that is away", LOST, { type: "unreachable", detail: "Gone" }, LOST, [
    { do: "set-timer", name: "again", ms: 2_000 },
  ]],
  ["hopes for a short gap only where the other side can't restart", LOST, { type: "restart-impossible" }, LOST, [
    { do: "clear-timer", name: "answer" },
    { do: "clear-timer", name: "again" },
    { do: "set-timer", name: "reconnect", ms: 6_000 },
  ]],
  ["takes the old path where the other side can't restart", CHANGED, { type: "restart-impossible" }, OPEN, REOPEN],

  ["gives up in the end", LOST, timer("reconnect"), ended("failed", "The connection was lost", "lost"), [{
    do: "release",
  }]],
  ["ends when the other side hangs up meanwhile", LOST, { type: "bye" }, ended("left"), [{ do: "release" }]],
  ["ends when the other side closes the channel", CHANGED, { type: "channel-closed" }, ended("left"), [
    { do: "release" },
  ]],
  [
    "ends when the browser gives up the channel",
    LOST,
    { type: "channel-closed" },
    ended("failed", "The connection was lost", "lost"),
    [{ do: "release" }],
  ],
  ["lets the other side know when it hangs up meanwhile", LOST, { type: "hang-up" }, ended("hung-up"), [
    { do: "release", bye: "flushed" },
  ]],
  ["lets the other side know when the page goes meanwhile", LOST, { type: "close" }, ended("hung-up"), [
    { do: "release", bye: "now" },
  ]],
];

for (const [name, from, event, to, effects] of ROWS) {
  Deno.test(`step() ${name}`, () => assertEquals(step(from, event), [to, effects]));
}

Deno.test("step() takes the network's changes for nothing where there is no connection yet", () => {
  for (const state of [{ phase: "idle" }, { phase: "connecting", role: "caller", etag: `"o"` }] as const) {
    assertEquals(step(state, { type: "network-changed" }), [state, []]);
  }
});

function connection(state: RTCPeerConnectionState): CallEvent {
  return { type: "connection", state };
}

function timer(name: TimerName): CallEvent {
  return { type: "timer", name };
}

function ended(reason: EndReason, detail?: string, code?: EndCode): CallState {
  return {
    phase: "ended",
    role: "caller",
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(code === undefined ? {} : { code }),
  };
}
