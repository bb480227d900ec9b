import type { CallState } from "@/lib/client/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { FakeChannel } from "@/testing/fake_channel.ts";
import { held, serve, testOneCall, THEIR_SDP } from "./one_call.ts";
import { json, news, problem } from "./scripted_fetch.ts";

testOneCall("a browser without WebRTC can't call", ({ start }) => {
  const { call } = start({ createPeer: undefined });
  assertEquals(call.view.state, { phase: "ended", role: "caller", reason: "unsupported" });
});

for (const role of ["caller", "callee"] as const) {
  testOneCall(`a browser that refuses its settings ends the ${role}'s call in words`, async ({ start, run }) => {
    const createPeer = () => {
      throw new SyntaxError("Bad ICE server");
    };
    const { call } = start({ createPeer }, role, "silence");
    await run(0);
    assertEnd(call.view.state, "refused", "The browser refused: Bad ICE server");
  });
}

testOneCall(
  "an offer that a browser can't read ends the call in words, and nothing is posted",
  async ({ start, run }) => {
    const { call, requests } = start({}, "callee", ({ line }) => {
      return line.includes("after=1") ? "silence" : news(`"o"`, { type: "offer", sdp: "nonsense" });
    });
    await run(1_000);
    assertEnd(call.view.state, "refused", "The browser refused: Cannot parse this SDP");
    assertEquals(requests.filter(({ line }) => !line.startsWith("GET")), []);
  },
);

testOneCall("an offer without a description ends the call in words", async ({ start, run }) => {
  const { call } = start({}, "callee", json({ messages: [{ seq: 1, type: "offer" }], next: 1, call: `"o"` }));
  await run(100);
  assertEnd(call.view.state, "refused", `"sdp" is not a string`);
});

testOneCall("candidates that came with an answer are added once it is applied", async ({ start, run, network }) => {
  const candidate = { candidate: "candidate:1" };
  const { requests } = start({}, "caller", ({ line, init }) => {
    if (!line.includes("after=0")) return line.startsWith("GET") ? held(init.signal) : json({ call: `"o"` }, {}, 201);
    return news(
      `"o"`,
      { type: "answer", sdp: THEIR_SDP },
      { type: "candidate", candidate: { candidate: "broken" } },
      { type: "candidate", candidate },
      { type: "end-of-candidates" },
    );
  });
  await run(40);
  assertEquals(network.peers[0]?.candidates, [candidate.candidate, ""]);
  assertEquals(requests.filter(({ line }) => line.startsWith("GET")).length, 1);
});

testOneCall("a server that stays away ends the call", async ({ start, run }) => {
  const { call } = start({}, "caller", "network error");
  await run(60_000);
  assertEnd(call.view.state, "unreachable", "The signaling server does not respond");
});

testOneCall("a server that refuses ends the call in its words", async ({ start, run }) => {
  const { call } = start({}, "caller", problem("too-large"));
  await run(1_000);
  assertEnd(call.view.state, "refused", "Cannot: too-large");
});

testOneCall("a tab may wait for an hour: its offer is renewed", async ({ start, run }) => {
  const { call, requests } = start({}, "caller", serve());
  await run(3_600_000 - 1_000);
  assertEquals(call.view.state.phase, "waiting");
  const offers = requests.filter(({ body }) => JSON.stringify(body ?? "").includes("offer"));
  assertEquals(offers.length, 12);
  assertEquals(new Set(offers.map(({ body }) => JSON.stringify(body))).size, 1);
  assertEquals(offers.slice(1).every(({ headers }) => headers.get("if-match") === `"o"`), true);
});

testOneCall(
  "an answer without a connection ends after 20 seconds, and the offer is taken back",
  async ({ start, run }) => {
    const { call, requests } = start({}, "caller", serve({ answer: true }));
    await run(19_000);
    assertEquals(call.view.state.phase, "connecting");
    await run(2_000);
    assertEnd(call.view.state, "timeout", "No network path");
    assertEquals(requests.at(-1)?.line, "DELETE /rooms/tea");
  },
);

testOneCall(
  "a connection to a side that can't restart it may break for 9 seconds",
  async ({ start, run, network }) => {
    const { call, requests } = start({}, "caller", serve({ answer: true }));
    await run(1_000);
    network.peers[0]?.channels[0]?.open();
    const before = requests.length;
    network.peers[0]?.changeConnection("disconnected");
    await run(8_000);
    assertEquals(call.view.state.phase, "reconnecting");
    network.peers[0]?.changeConnection("connected");
    await run(20_000);
    assertEquals(call.view.state.phase, "open");
    network.peers[0]?.changeConnection("disconnected");
    await run(9_000);
    assertEnd(call.view.state, "failed", "The connection was lost");
    assertEquals(requests.length, before);
  },
);

testOneCall("an offer that slips away gets another answer, from another peer", async ({ start, run, network }) => {
  let tries = 0;
  const { call, requests } = start({}, "callee", ({ line, headers }) => {
    if (line.includes("after=1")) return "silence";
    if (line.startsWith("GET")) return news(`"o${tries}"`, { type: "offer", sdp: THEIR_SDP });
    return headers.get("if-match") === `"o2"` ? json({ call: `"o2"` }, {}, 201) : later(tries++);
  });
  await run(1_000);
  assertEquals(call.view.state.phase, "connecting");
  assertEquals([network.peers.length, network.open], [3, 1]);
  const answers = requests.filter(({ line }) => line.startsWith("POST")).map(({ body }) => JSON.stringify(body));
  assertEquals(new Set(answers).size, 3);
});

testOneCall("what arrives after hanging up is dropped", async ({ start, run, network }) => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const { call, requests } = start({}, "callee", () => promise);
  call.hangUp();
  const { view } = call;
  resolve(news(`"o"`, { type: "offer", sdp: THEIR_SDP }));
  await run(60_000);
  network.peers[0]?.changeConnection("failed");
  assertEquals(call.view, view);
  assertEquals(requests.length, 1);
});

testOneCall("what an earlier attempt made is dropped", async ({ start, run, network }) => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const createPeer = (configuration: RTCConfiguration) => {
    const peer = network.createPeer(configuration);
    const { promise } = gates[network.peers.length - 1]!;
    peer.setLocalDescription = () => promise;
    return peer;
  };
  const { call, requests } = start({ createPeer }, "caller", "silence");
  call.hangUp();
  call.start("caller");
  gates[0]?.resolve();
  await run(1_000);
  assertEquals([call.view.state.phase, requests.length], ["offering", 0]);
});

testOneCall("a channel may open before the server has answered", async ({ start, run, network }) => {
  const { call, requests } = start({}, "callee", ({ line }) => {
    return line.endsWith("after=0") ? news(`"o"`, { type: "offer", sdp: THEIR_SDP }) : "silence";
  });
  await run(100);
  const posted = requests.some(({ line }) => line === "POST /rooms/tea/messages?from=callee");
  assertEquals([call.view.state.phase, posted], ["answering", true]);
  const channel = new FakeChannel("chat");
  network.peers[0]?.dispatchEvent(Object.assign(new Event("datachannel"), { channel }));
  channel.open();
  await run(60_000);
  assertEquals([call.view.state.phase, requests.at(-1)?.init.signal?.aborted], ["open", true]);
});

testOneCall("a page that goes away takes its offer back while it still can", async ({ start, run }) => {
  const { call, requests } = start({}, "caller", serve());
  await run(1_000);
  call.close();
  assertEquals(requests.at(-1)?.line, "DELETE /rooms/tea");
  assertEquals([requests.at(-1)?.init.keepalive, requests.at(-1)?.headers.get("if-match")], [true, `"o"`]);
  assertEquals(requests.find(({ line }) => line.startsWith("GET"))?.init.signal?.aborted, true);
});

testOneCall("the transport that works shows, is kept for the call, and chosen afresh for the next", async (world) => {
  const { start, run } = world;
  let offers = 0;
  const { call, requests } = start({ transport: undefined }, "callee", ({ line, headers }) => {
    if (line.startsWith("POST")) return problem("offer-replaced");
    if (headers.has("accept") || headers.has("prefer")) return "network error";
    return offers++ === 0 ? news(`"o"`, { type: "offer", sdp: THEIR_SDP }) : news("");
  });
  assertEquals(call.view.transport, "event-stream");
  await run(5_000);
  assertEquals([call.view.state.phase, call.view.transport], ["looking", "short-poll"]);
  const kinds = requests.map(({ headers }) => headers.has("accept") ? "stream" : headers.has("prefer") ? "long" : "");
  assertEquals(kinds.filter((kind) => kind !== ""), ["stream", "long"]);
  call.hangUp();
  call.start("callee");
  assertEquals(call.view.transport, "event-stream");
});

testOneCall("a call that runs can't be started again, and says why nothing can be sent", ({ start, network }) => {
  const { call } = start({}, "caller", "silence");
  const { view } = call;
  call.start("callee");
  assertEquals(call.view, view);
  assertEquals(network.peers.length, 1);
  assertEquals(call.send("Hello"), {
    sent: false,
    code: "not-connected",
    problem: "Cannot send this message: nobody is connected",
  });
});

function later(tries: number): Response {
  return problem(tries === 0 ? "offer-replaced" : "no-offer");
}

function assertEnd(state: CallState, reason: string, detail: string) {
  assert(state.phase === "ended", state.phase);
  assertEquals(state.reason, reason);
  assertStringIncludes(state.detail ?? "", detail);
}
