import { createRemoteCandidates } from "@/lib/client/remote_candidates.ts";
import { END_OF_CANDIDATES, type IceCandidate } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";

const SDP = "v=0\r\na=ice-ufrag:abcd\r\n";

Deno.test("remote candidates are kept until the description is applied", async () => {
  using time = new FakeTime();
  const { remote, added } = setUp([candidate("1"), candidate("2"), END_OF_CANDIDATES]);
  remote.read(SDP);
  await time.tickAsync(10);
  await time.runMicrotasks();
  assertEquals(added, []);
  remote.ready();
  assertEquals(added, ["1", "2", ""]);
});

Deno.test("remote candidates are read from where the last list ended, and listened for beyond their end", async () => {
  using time = new FakeTime();
  const { remote, added, asked } = setUp(
    [candidate("1")],
    [candidate("2"), candidate("3")],
    [END_OF_CANDIDATES],
  );
  remote.ready();
  remote.read(SDP);
  while (await time.nextAsync());
  assertEquals(added, ["1", "2", "3", ""]);
  assertEquals(asked, [0, 1, 3, 4]);
});

Deno.test("remote candidates of another ICE generation are left out", async () => {
  using time = new FakeTime();
  const stale = { ...candidate("1"), usernameFragment: "old" };
  const inLine = { candidate: "2 typ host ufrag old" };
  const { remote, added } = setUp([stale, inLine, { candidate: "3" }, END_OF_CANDIDATES]);
  remote.ready();
  remote.read(SDP);
  await time.tickAsync(10);
  await time.runMicrotasks();
  assertEquals(added, ["3", ""]);
});

Deno.test("remote candidates that can't be added don't keep others from it", async () => {
  using time = new FakeTime();
  const { remote, added } = setUp([candidate("broken"), candidate("2"), END_OF_CANDIDATES]);
  remote.ready();
  remote.read(SDP);
  await time.tickAsync(10);
  await time.runMicrotasks();
  assertEquals(added, ["broken", "2", ""]);
});

Deno.test("remote candidates are not read any more once the peers are connected", async () => {
  using time = new FakeTime();
  const state = { connected: false };
  const { remote, asked } = setUpWith(state, [candidate("1")], [candidate("2")], [candidate("3")]);
  remote.read(SDP);
  await time.tickAsync(10);
  await time.runMicrotasks();
  state.connected = true;
  while (await time.nextAsync());
  assertEquals(asked, [0, 1]);
});

Deno.test("remote candidates stop when the channel is open", async () => {
  using time = new FakeTime();
  const { remote, asked, abort } = setUp([candidate("1")], [candidate("2")]);
  remote.read(SDP);
  await time.tickAsync(10);
  await time.runMicrotasks();
  abort.abort();
  while (await time.nextAsync());
  assertEquals(asked.length, 2);
});

Deno.test("remote candidates that can't be read are told of, once, unless nobody wants them any more", async () => {
  using time = new FakeTime();
  const { remote, asked, lost, abort } = setUp([candidate("1")]);
  remote.read(SDP);
  while (await time.nextAsync());
  assertEquals([asked, lost], [[0, 1], ["Unreachable"]]);
  remote.read(SDP);
  abort.abort();
  while (await time.nextAsync());
  assertEquals(lost, ["Unreachable"]);
});

function setUp(...lists: IceCandidate[][]) {
  return setUpWith({ connected: false }, ...lists);
}

function setUpWith(state: { connected: boolean }, ...lists: IceCandidate[][]) {
  const abort = new AbortController();
  const added: string[] = [];
  const asked: number[] = [];
  const lost: string[] = [];
  const remote = createRemoteCandidates({
    async fetchMore(after) {
      const list = lists[asked.push(after) - 1];
      await new Promise<void>((resolve) => setTimeout(resolve, 10));
      if (list === undefined) throw new Error("Unreachable");
      return list;
    },
    add({ candidate }) {
      added.push(candidate);
      return candidate === "broken" ? Promise.reject(new Error("Cannot parse it")) : Promise.resolve();
    },
    isConnected: () => state.connected,
    onLost: (error) => lost.push((error as Error).message),
    abort: abort.signal,
  });
  return { remote, added, asked, lost, abort };
}

function candidate(name: string): IceCandidate {
  return { candidate: name, usernameFragment: "abcd" };
}
