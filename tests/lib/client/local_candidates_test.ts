import { createLocalCandidates } from "@/lib/client/local_candidates.ts";
import { END_OF_CANDIDATES, type IceCandidate } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";

Deno.test("local candidates wait for their description, and leave out those it holds", async () => {
  using time = new FakeTime();
  const { local, batches } = setUp();
  local.add(candidate(1));
  local.add(candidate(2));
  await time.tickAsync(1_000);
  assertEquals(batches, []);
  // In SDP the line ends differently from what the event said.
  local.follow(`v=0\r\na=${line(1)} generation 0\r\n`);
  local.add({ ...candidate(1), candidate: `${line(1)} generation 0 ufrag abcd` });
  await time.tickAsync(25);
  assertEquals(ports(batches), [[2]]);
});

Deno.test("local candidates are sent in batches, which grow as time goes by", async () => {
  using time = new FakeTime();
  const { local, batches } = setUp();
  local.follow("v=0");
  local.add(candidate(1));
  await time.tickAsync(24);
  local.add(candidate(2));
  await time.tickAsync(1);
  await time.runMicrotasks();
  local.add(candidate(3));
  await time.tickAsync(99);
  local.add(candidate(4));
  await time.tickAsync(1);
  assertEquals(ports(batches), [[1, 2], [3, 4]]);
});

Deno.test("local candidates are sent at once when there are no more, at most 50 in a request", async () => {
  using time = new FakeTime();
  const { local, batches } = setUp();
  for (let port = 1; port <= 60; port++) local.add(candidate(port));
  local.add(null);
  local.follow("v=0");
  while (await time.nextAsync());
  assertEquals(batches.map((batch) => batch.length), [50, 11]);
  assertEquals(batches[1]?.at(-1), END_OF_CANDIDATES);
});

Deno.test("local candidates keep their order: one request at a time", async () => {
  using time = new FakeTime();
  const gate = Promise.withResolvers<void>();
  const { local, batches } = setUp(() => gate.promise);
  local.follow("v=0");
  local.add(candidate(1));
  await time.tickAsync(25);
  local.add(candidate(2));
  await time.tickAsync(60_000);
  assertEquals(ports(batches), [[1]]);
  gate.resolve();
  await time.runMicrotasks();
  await time.tickAsync(100);
  assertEquals(ports(batches), [[1], [2]]);
});

Deno.test("local candidates end once, however the browser says it, and without haste", async () => {
  using time = new FakeTime();
  const { local, batches } = setUp();
  local.follow("v=0");
  local.add({ ...candidate(0), candidate: "" });
  local.add(null);
  local.add(null);
  await time.tickAsync(4_999);
  assertEquals(batches, []);
  while (await time.nextAsync());
  assertEquals(batches, [[END_OF_CANDIDATES]]);
});

Deno.test("local candidates are sent as they come where that costs no request", async () => {
  using time = new FakeTime();
  const { local, batches } = setUp(undefined, false);
  local.follow("v=0");
  local.add(candidate(1));
  await time.runMicrotasks();
  local.add(candidate(2));
  local.add(null);
  await time.runMicrotasks();
  assertEquals(batches.flat().map(({ candidate }) => candidate), [line(1), line(2), ""]);
  assertEquals(time.next(), false);
});

Deno.test("local candidates stop when the server refuses one batch", async () => {
  using time = new FakeTime();
  const { local, batches } = setUp(() => Promise.reject(new Error("Too many")));
  local.follow("v=0");
  local.add(candidate(1));
  await time.tickAsync(25);
  await time.runMicrotasks();
  local.add(candidate(2));
  assertEquals(time.next(), false);
  assertEquals(ports(batches), [[1]]);
});

Deno.test("local candidates that wait are dropped when the channel is open", async () => {
  using time = new FakeTime();
  const { local, batches, abort } = setUp();
  local.follow("v=0");
  local.add(candidate(1));
  abort.abort();
  await time.tickAsync(1_000);
  assertEquals(batches, []);
  assertEquals(time.next(), false);
});

function setUp(answer: () => Promise<void> = () => Promise.resolve(), isCostly = true) {
  const abort = new AbortController();
  const batches: (readonly IceCandidate[])[] = [];
  const post = (batch: readonly IceCandidate[]) => {
    batches.push(batch);
    return answer();
  };
  return { local: createLocalCandidates({ post, isCostly: () => isCostly, abort: abort.signal }), batches, abort };
}

function line(port: number): string {
  return `candidate:1 1 udp 2113937151 192.0.2.1 ${port} typ host`;
}

function candidate(port: number): RTCIceCandidate {
  const init = { candidate: line(port), sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" };
  return init as unknown as RTCIceCandidate;
}

function ports(batches: (readonly IceCandidate[])[]): number[][] {
  return batches.map((batch) => batch.map(({ candidate }) => Number(candidate.split(" ")[5])));
}
