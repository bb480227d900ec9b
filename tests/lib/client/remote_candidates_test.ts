import { createRemoteCandidates } from "@/lib/client/remote_candidates.ts";
import { END_OF_CANDIDATES, type IceCandidate } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";

const SDP = "v=0\r\na=ice-ufrag:abcd\r\n";

Deno.test("remote candidates are kept until the description is applied", async () => {
  using time = new FakeTime();
  const { remote, added } = setUp([candidate("1"), candidate("2"), END_OF_CANDIDATES]);
  remote.read(SDP);
  await time.runMicrotasks();
  assertEquals(added, []);
  remote.ready();
  assertEquals(added, ["1", "2", ""]);
});

Deno.test("remote candidates are read from where the last list ended, after a pause, until their end", async () => {
  using time = new FakeTime();
  const { remote, added, asked } = setUp(
    [candidate("1")],
    [candidate("2"), candidate("3")],
    [END_OF_CANDIDATES],
    [candidate("never asked for")],
  );
  remote.ready();
  const startedAt = Date.now();
  remote.read(SDP);
  while (await time.nextAsync());
  assertEquals(added, ["1", "2", "3", ""]);
  assertEquals(asked.map(({ after }) => after), [0, 1, 3]);
  assertEquals(asked.map(({ at }) => at - startedAt), [0, 200, 400]);
});

Deno.test("remote candidates of another ICE generation are left out", async () => {
  using time = new FakeTime();
  const stale = { ...candidate("1"), usernameFragment: "old" };
  const inLine = { candidate: "2 typ host ufrag old" };
  const { remote, added } = setUp([stale, inLine, { candidate: "3" }, END_OF_CANDIDATES]);
  remote.ready();
  remote.read(SDP);
  await time.runMicrotasks();
  assertEquals(added, ["3", ""]);
});

Deno.test("remote candidates that can't be added don't keep others from it", async () => {
  using time = new FakeTime();
  const { remote, added } = setUp([candidate("broken"), candidate("2"), END_OF_CANDIDATES]);
  remote.ready();
  remote.read(SDP);
  await time.runMicrotasks();
  assertEquals(added, ["broken", "2", ""]);
});

Deno.test("remote candidates in the description get a head start, and need no request where they do", async () => {
  using time = new FakeTime();
  const state = { connected: false };
  const { remote, asked } = setUpWith(state, [candidate("1")]);
  remote.read(`${SDP}a=candidate:1 1 udp 1 192.0.2.1 1 typ host\r\n`);
  await time.tickAsync(49);
  state.connected = true;
  await time.tickAsync(1);
  await time.runMicrotasks();
  assertEquals(asked, []);
});

Deno.test("remote candidates are not read any more once the peers are connected", async () => {
  using time = new FakeTime();
  const state = { connected: false };
  const { remote, asked } = setUpWith(state, [candidate("1")], [candidate("2")]);
  remote.read(SDP);
  await time.runMicrotasks();
  state.connected = true;
  while (await time.nextAsync());
  assertEquals(asked.length, 1);
});

Deno.test("remote candidates stop when the channel is open, and leave no timer behind", async () => {
  using time = new FakeTime();
  const { remote, asked, abort } = setUp([candidate("1")], [candidate("2")]);
  remote.read(SDP);
  await time.runMicrotasks();
  abort.abort();
  assertEquals(time.next(), false);
  assertEquals(asked.length, 1);
});

Deno.test("remote candidates that can't be read end nothing", async () => {
  using time = new FakeTime();
  const { remote, asked } = setUp();
  remote.read(SDP);
  await time.runMicrotasks();
  assertEquals(asked.length, 1);
});

function setUp(...lists: IceCandidate[][]) {
  return setUpWith({ connected: false }, ...lists);
}

function setUpWith(state: { connected: boolean }, ...lists: IceCandidate[][]) {
  const abort = new AbortController();
  const added: string[] = [];
  const asked: { after: number; at: number }[] = [];
  const remote = createRemoteCandidates({
    fetchMore(after) {
      const list = lists[asked.push({ after, at: Date.now() }) - 1];
      return list === undefined ? Promise.reject(new Error("Unreachable")) : Promise.resolve(list);
    },
    add({ candidate }) {
      added.push(candidate);
      return candidate === "broken" ? Promise.reject(new Error("Cannot parse it")) : Promise.resolve();
    },
    isConnected: () => state.connected,
    abort: abort.signal,
    headStartMs: 50,
  });
  return { remote, added, asked, abort };
}

function candidate(name: string): IceCandidate {
  return { candidate: name, usernameFragment: "abcd" };
}
