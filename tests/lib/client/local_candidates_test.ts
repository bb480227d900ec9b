import { createLocalCandidates } from "@/lib/client/local_candidates.ts";
import type { Message } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";

const END: Message = { type: "end-of-candidates" };

Deno.test("local candidates wait for their description, and leave out those it holds", () => {
  const { local, said } = setUp();
  local.add(candidate(1));
  local.add(candidate(2));
  assertEquals(said, []);
  // In SDP the line ends differently from what the event said.
  local.follow(`v=0\r\na=${line(1)} generation 0\r\n`);
  local.add({ ...candidate(1), candidate: `${line(1)} generation 0 ufrag abcd` });
  local.add(candidate(3));
  assertEquals(said, [[message(2)], [message(3)]]);
});

Deno.test("local candidates end once, however the browser says it", () => {
  const { local, said } = setUp();
  local.follow("v=0");
  local.add({ ...candidate(0), candidate: "" });
  local.add(null);
  local.add(null);
  local.add(candidate(1));
  assertEquals(said, [[END]]);
});

Deno.test("local candidates stop when the server refuses some", async () => {
  const { local, said } = setUp(() => Promise.reject(new Error("Too many")));
  local.follow("v=0");
  local.add(candidate(1));
  await Promise.resolve();
  local.add(candidate(2));
  assertEquals(said, [[message(1)]]);
});

function setUp(answer: () => Promise<void> = () => Promise.resolve()) {
  const said: (readonly Message[])[] = [];
  const local = createLocalCandidates((messages) => {
    said.push(messages);
    return answer();
  });
  return { local, said };
}

function line(port: number): string {
  return `candidate:1 1 udp 2113937151 192.0.2.1 ${port} typ host`;
}

function candidate(port: number): RTCIceCandidate {
  return init(port) as unknown as RTCIceCandidate;
}

function message(port: number): Message {
  return { type: "candidate", candidate: init(port) };
}

function init(port: number) {
  return { candidate: line(port), sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" };
}
