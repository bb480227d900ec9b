import { step } from "@/lib/client/call.ts";
import type { CallEvent, CallState, Effect, EndCode, EndReason } from "@/lib/client/state.ts";
import type { RefusalCode, Side } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";

const NOW = 1_000_000;
const OFFER = { etag: `"o"`, expiresAt: NOW + 600_000 };
const IDLE: CallState = { phase: "idle" };
const OFFERING: CallState = { phase: "offering", role: "caller", sdp: null };
const POSTING: CallState = { phase: "offering", role: "caller", sdp: "offer" };
const WAITING: CallState = { phase: "waiting", role: "caller", sdp: "offer", offer: OFFER };
const LOOKING: CallState = { phase: "looking", role: "callee", occupied: null, restarts: 0 };
const OCCUPIED: CallState = { ...LOOKING, occupied: `"o"` };
const ANSWERING: CallState = { phase: "answering", role: "callee", etag: `"o"`, sdp: null, restarts: 0 };
const ANSWERED: CallState = { ...ANSWERING, sdp: "answer" };
const CALLER_CONNECTING: CallState = { phase: "connecting", role: "caller", etag: `"o"` };
const CALLEE_CONNECTING: CallState = { phase: "connecting", role: "callee", etag: `"o"` };
const OPEN: CallState = { phase: "open", role: "caller", connected: true };

type Row = [name: string, from: CallState, event: CallEvent, to: CallState, effects: Effect[]];

const ROWS: Row[] = [
  ["makes an offer at the caller's start", IDLE, { type: "start", role: "caller" }, OFFERING, [
    { do: "begin", role: "caller" },
    { do: "make-offer" },
  ]],
  ["asks for an offer at the callee's start", IDLE, { type: "start", role: "callee" }, LOOKING, [
    { do: "begin", role: "callee" },
    { do: "hear", call: "" },
  ]],
  ["starts again after an end", ended("caller", "left"), { type: "start", role: "callee" }, LOOKING, [
    { do: "begin", role: "callee" },
    { do: "hear", call: "" },
  ]],
  ["posts the offer it made", OFFERING, { type: "offer-made", sdp: "offer" }, POSTING, [
    { do: "post-offer", sdp: "offer" },
  ]],
  ["waits for an answer and renews at half of the offer's life", POSTING, posted(600_000), WAITING, [
    { do: "hear", call: `"o"` },
    { do: "send-candidates", sdp: "offer", call: `"o"` },
    { do: "set-timer", name: "renew", ms: 300_000 },
  ]],
  ["renews its offer by the same SDP", WAITING, { type: "timer", name: "renew" }, WAITING, [
    { do: "post-offer", sdp: "offer", renews: `"o"` },
  ]],
  ["renews again after a renewal", WAITING, posted(1_000), WAITING, [{ do: "set-timer", name: "renew", ms: 500 }]],
  ["applies an answer", WAITING, { type: "answer", call: `"o"`, sdp: "answer" }, CALLER_CONNECTING, [
    { do: "clear-timer", name: "renew" },
    { do: "apply-answer", sdp: "answer" },
    { do: "set-timer", name: "connect", ms: 20_000 },
  ]],
  ["answers an offer", LOOKING, { type: "offer", call: `"o"`, sdp: "offer" }, ANSWERING, [
    { do: "make-answer", sdp: "offer" },
  ]],
  ["posts the answer it made", ANSWERING, { type: "answer-made", sdp: "answer" }, ANSWERED, [
    { do: "post-answer", sdp: "answer", etag: `"o"` },
    { do: "send-candidates", sdp: "answer", call: `"o"` },
  ]],
  ["connects once the answer is posted", ANSWERED, { type: "answer-posted" }, CALLEE_CONNECTING, [
    { do: "set-timer", name: "connect", ms: 20_000 },
  ]],
  ["takes a channel that is faster than the server", ANSWERED, { type: "channel-open" }, { ...OPEN, role: "callee" }, [
    { do: "stop-signaling" },
  ]],
  ["tells the server nothing once the channel is open", CALLER_CONNECTING, { type: "channel-open" }, OPEN, [
    { do: "clear-timer", name: "connect" },
    { do: "stop-signaling" },
  ]],

  ["starts over when the offer was replaced", ANSWERED, refused("offer-replaced"), { ...LOOKING, restarts: 1 }, [
    { do: "release" },
    { do: "begin", role: "callee" },
    { do: "hear", call: "" },
  ]],
  ["starts over when the offer has gone", ANSWERED, refused("no-offer"), { ...LOOKING, restarts: 1 }, [
    { do: "release" },
    { do: "begin", role: "callee" },
    { do: "hear", call: "" },
  ]],
  [
    "waits for the next offer when this one is taken",
    ANSWERED,
    refused("answer-taken"),
    { ...LOOKING, occupied: `"o"` },
    [
      { do: "release" },
      { do: "begin", role: "callee" },
      { do: "hear", call: "" },
    ],
  ],
  ["passes over the offer that is taken", OCCUPIED, { type: "offer", call: `"o"`, sdp: "offer" }, OCCUPIED, []],
  ["sees that the room is free again", OCCUPIED, over("call-ended"), LOOKING, [{ do: "hear", call: "" }]],
  ["sees that the room's call has expired", OCCUPIED, over("expired"), LOOKING, [{ do: "hear", call: "" }]],
  ["hears the next offer", OCCUPIED, over("offer-replaced"), OCCUPIED, [{ do: "hear", call: "" }]],
  [
    "ends where the server won't let it hear",
    LOOKING,
    over("invalid-query"),
    ended("callee", "refused", "Cannot: invalid-query", "invalid-query"),
    [{ do: "release" }],
  ],
  [
    "gives up offers that keep slipping away",
    { ...ANSWERED, restarts: 20 },
    refused("offer-replaced"),
    ended("callee", "refused", "Cannot: offer-replaced", "offer-replaced"),
    [{ do: "release" }],
  ],

  ["ends for a second caller", WAITING, refused("offer-replaced"), ended("caller", "replaced"), [{ do: "release" }]],
  ["ends an offer that the server says has expired", WAITING, refused("expired"), ended("caller", "expired"), [
    { do: "release" },
  ]],
  [
    "ends when the offer is replaced or gone while it listens",
    WAITING,
    over("offer-replaced"),
    ended("caller", "replaced"),
    [{ do: "release" }],
  ],
  ["takes an answer for its own call only", WAITING, { type: "answer", call: `"x"`, sdp: "answer" }, WAITING, []],
  ["ends an expired offer", WAITING, refused("no-offer", OFFER.expiresAt), ended("caller", "expired"), [
    { do: "release" },
  ]],
  [
    "ends an offer that expired and was replaced",
    WAITING,
    refused("offer-replaced", OFFER.expiresAt),
    ended("caller", "expired"),
    [{ do: "release" }],
  ],
  [
    "ends when the room was cleared",
    WAITING,
    refused("no-offer"),
    ended("caller", "left", "Someone cleared the room, or the server was restarted", "room-cleared"),
    [{ do: "release" }],
  ],
  [
    "ends when the other side hung up",
    WAITING,
    over("call-ended"),
    ended("caller", "left", "Someone cleared the room, or the server was restarted", "room-cleared"),
    [{ do: "release" }],
  ],
  [
    "ends a refused offer",
    POSTING,
    refused("too-large"),
    ended("caller", "refused", "Cannot: too-large", "too-large"),
    [
      { do: "release" },
    ],
  ],
  [
    "ends without a server",
    LOOKING,
    { type: "unreachable", detail: "Gone" },
    ended("callee", "unreachable", "Gone", "server-silent"),
    [
      { do: "release" },
    ],
  ],
  ["ends without WebRTC", OFFERING, { type: "unsupported" }, ended("caller", "unsupported"), [{ do: "release" }]],
  ["ends at a fault", ANSWERING, { type: "fault", detail: "Bad SDP" }, ended("callee", "refused", "Bad SDP"), [
    { do: "release" },
  ]],

  ["deletes nobody's offer before its own is sent", OFFERING, { type: "hang-up" }, ended("caller", "hung-up"), [
    { do: "release" },
  ]],
  ["deletes an offer on its way", POSTING, { type: "hang-up" }, ended("caller", "hung-up"), [
    { do: "release" },
    { do: "delete-room" },
  ]],
  ["deletes its offer when it hangs up", WAITING, { type: "hang-up" }, ended("caller", "hung-up"), [
    { do: "release" },
    { do: "delete-room", etag: `"o"` },
  ]],
  ["deletes its offer when the page goes", CALLER_CONNECTING, { type: "close" }, ended("caller", "hung-up"), [
    { do: "release" },
    { do: "delete-room", etag: `"o"` },
  ]],
  [
    "takes its answer back as a callee that gives up",
    CALLEE_CONNECTING,
    { type: "hang-up" },
    ended("callee", "hung-up"),
    [
      { do: "release" },
      { do: "delete-room", etag: `"o"` },
    ],
  ],
  ["says nothing as a callee that gives up before", ANSWERING, { type: "hang-up" }, ended("callee", "hung-up"), [
    { do: "release" },
  ]],
  ["says bye when it hangs up", OPEN, { type: "hang-up" }, ended("caller", "hung-up"), [
    { do: "release", bye: "flushed" },
  ]],
  ["says bye at once when the page goes", OPEN, { type: "close" }, ended("caller", "hung-up"), [
    { do: "release", bye: "now" },
  ]],
  ["ends when the other side says bye", OPEN, { type: "bye" }, ended("caller", "left"), [{ do: "release" }]],
  ["ends when the channel closes", OPEN, { type: "channel-closed" }, ended("caller", "left"), [{ do: "release" }]],
];

for (const [name, from, event, to, effects] of ROWS) {
  Deno.test(`step() ${name}`, () => assertEquals(step(from, event), [to, effects]));
}

Deno.test("step() ignores events that come too late or too early", () => {
  const events: CallEvent[] = [
    { type: "answer", call: `"o"`, sdp: "answer" },
    { type: "offer", call: `"x"`, sdp: "offer" },
    posted(1_000),
    { type: "timer", name: "renew" },
    { type: "start", role: "callee" },
    refused("offer-replaced"),
    { type: "unreachable", detail: "Gone" },
    over("expired"),
  ];
  for (const state of [CALLER_CONNECTING, CALLEE_CONNECTING, OPEN]) {
    for (const event of events) assertEquals(step(state, event), [state, []], `${state.phase}: ${event.type}`);
  }
  for (const state of [IDLE, ended("caller", "left")]) {
    for (const event of [...events.slice(0, 4), { type: "hang-up" }, { type: "close" }] as CallEvent[]) {
      assertEquals(step(state, event), [state, []], `${state.phase}: ${event.type}`);
    }
  }
});

function ended(role: Side, reason: EndReason, detail?: string, code?: EndCode): CallState {
  const more = { ...(detail === undefined ? {} : { detail }), ...(code === undefined ? {} : { code }) };
  return { phase: "ended", role, reason, ...more };
}

function posted(ttlMs: number): CallEvent {
  return { type: "offer-posted", offer: OFFER, ttlMs };
}

function refused(code: RefusalCode, at = NOW): CallEvent {
  return { type: "refused", code, detail: `Cannot: ${code}`, at };
}

function over(code: RefusalCode): CallEvent {
  return { type: "over", code, detail: `Cannot: ${code}`, at: NOW };
}
