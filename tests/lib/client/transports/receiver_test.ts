import { Refused, Unreachable } from "@/lib/client/signaling_error.ts";
import { assertEquals, assertInstanceOf } from "@std/assert";
import { MAX_CHECKS, PULSE_MS } from "@/lib/client/transports/receiver.ts";
import { CUT, news, testSignaling } from "./fake_lines.ts";

testSignaling("a line that never opens is followed by the next one at once", async (world) => {
  const { signaling, lines, time, used } = world;
  signaling.hear("");
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  lines[1]!.end(CUT);
  await time.runMicrotasks();
  assertEquals([lines[0]!.hearings.length, lines[1]!.hearings.length, lines[2]!.hearings.length], [1, 1, 1]);
  assertEquals(used, ["event-stream", "long-poll"]);
});

testSignaling(
  "a line that is cut soon gets a second chance, and no third",
  async ({ signaling, lines, time, used }) => {
    signaling.hear("");
    for (let cut = 0; cut < 2; cut++) {
      lines[0]!.listener.opened();
      lines[0]!.end(CUT);
      await time.tickAsync(250);
    }
    assertEquals([lines[0]!.hearings.length, lines[1]!.hearings.length], [2, 1]);
    assertEquals(used, ["event-stream"]);
  },
);

testSignaling("a line that holds for 10 s may be cut for ever", async ({ signaling, lines, time, used }) => {
  signaling.hear("");
  for (let cut = 0; cut < 20; cut++) {
    lines[0]!.listener.opened();
    await time.tickAsync(10_000);
    lines[0]!.end(CUT);
    await time.tickAsync(0);
  }
  assertEquals([lines[0]!.hearings.length, used], [21, []]);
});

testSignaling("nothing is lost or doubled when a line is cut, or another one is taken", async (world) => {
  const { signaling, lines, time, heard } = world;
  signaling.hear("");
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(news(`"o"`, 1, 2));
  lines[0]!.end(CUT);
  await time.tickAsync(250);
  assertEquals(lines[0]!.cursor, { call: `"o"`, after: 2 });
  lines[0]!.listener.heard(news(`"o"`, 2, 3));
  lines[0]!.listener.heard(news(`"o"`, 3));
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  assertEquals(lines[1]!.cursor, { call: `"o"`, after: 3 });
  lines[1]!.listener.heard(news(`"o"`, 4));
  lines[1]!.listener.heard(news(`"n"`, 1));
  lines[1]!.listener.heard({ ...news(`"n"`, 1), reset: true });
  assertEquals(heard, [[`"o"`, 1], [`"o"`, 2], [`"o"`, 3], [`"o"`, 4], [`"n"`, 1], [`"n"`, 1]]);
});

testSignaling("where no line works the server is away: tried again with pauses, then given up", async (world) => {
  const { signaling, lines, time, used, over } = world;
  signaling.hear("");
  lines.forEach((line) => line.fails = true);
  lines[0]!.end(CUT);
  const startedAt = Date.now();
  while (await time.nextAsync());
  assertInstanceOf(over[0], Unreachable);
  assertEquals(lines.map(({ hearings }) => hearings.length), [8, 8, 8]);
  assertEquals(used.slice(0, 3), ["event-stream", "long-poll", "websocket"]);
  // Half of 0.25, 0.5, 1, 2, 4, 8 and 8 s: the spread's lower end.
  assertEquals(Date.now() - startedAt, 11_875);
});

testSignaling("a call that is over ends it, and it can hear the next one", async ({ signaling, lines, over, time }) => {
  signaling.hear("");
  lines[0]!.listener.heard(news(`"o"`, 1));
  const end = new Refused("call-ended", "Cannot read on");
  lines[0]!.end(end);
  await time.runMicrotasks();
  assertEquals(over, [end]);
  signaling.hear("");
  assertEquals([lines[0]!.hearings.length, lines[0]!.cursor], [2, { call: "", after: 0 }]);
});

testSignaling("a line that comes upon another call asks for its own by name", async (world) => {
  const { signaling, lines, time, heard } = world;
  signaling.hear("");
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(news(`"old"`, 1));
  signaling.hear(`"mine"`);
  lines[0]!.listener.heard(news(`"mine"`, 1));
  lines[0]!.listener.heard(news(`"other"`, 1));
  await time.runMicrotasks();
  assertEquals(heard, [[`"old"`, 1], [`"mine"`, 1]]);
  assertEquals([lines[0]!.hearings.length, lines[0]!.cursor], [2, { call: `"mine"`, after: 1 }]);
});

testSignaling("what a call brought before it was named is heard again", async ({ signaling, lines, time, heard }) => {
  signaling.hear("");
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(news(`"mine"`, 1));
  signaling.hear(`"mine"`);
  signaling.hear(`"mine"`);
  await time.runMicrotasks();
  assertEquals([lines[0]!.hearings.length, lines[0]!.cursor], [2, { call: `"mine"`, after: 0 }]);
  lines[0]!.listener.heard(news(`"mine"`, 1, 2));
  assertEquals(heard.map(([, seq]) => seq), [1, 1, 2]);
});

testSignaling("the abort ends it, and it says so to nobody", async ({ signaling, lines, abort, over, time, noted }) => {
  signaling.hear("");
  abort.abort();
  await time.runMicrotasks();
  signaling.hear("");
  assertEquals([lines[0]!.hearings.length, over, noted], [1, [], []]);
});

testSignaling("a server that is away is no line's fault: the line is taken again once it is back", async (world) => {
  const { signaling, lines, time, used, servers, noted, answerCheck } = world;
  signaling.hear("");
  lines[0]!.listener.opened();
  await time.tickAsync(10_000);
  answerCheck({});
  lines[0]!.fails = true;
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  assertEquals(servers, ["silent"]);
  await time.tickAsync(250);
  await time.runMicrotasks();
  answerCheck(undefined);
  lines[0]!.fails = false;
  await time.tickAsync(1_000);
  await time.runMicrotasks();
  assertEquals(servers, ["silent", "ok"]);
  assertEquals([used, lines.map(({ hearings }) => hearings.length)], [[], [2, 0, 0]]);
  const away = noted.filter(({ type }) => type === "cut" || type === "nothing").map(({ type }) => type);
  assertEquals(away, ["cut", "cut", "cut", "nothing"]);
});

testSignaling("a server that stays away is checked for a minute, with pauses, then given up", async (world) => {
  const { signaling, lines, time, over, answerCheck } = world;
  signaling.hear("");
  answerCheck({ status: 503, code: "unavailable" });
  lines[0]!.end(CUT);
  const startedAt = Date.now();
  while (await time.nextAsync());
  assertInstanceOf(over[0], Unreachable);
  assertEquals(over[0].outage, { status: 503, code: "unavailable" });
  assertEquals([world.checks, lines.map(({ hearings }) => hearings.length)], [MAX_CHECKS, [1, 0, 0]]);
  // Half of 0.25, 0.5, 1, 2, 4 s, and fourteen times 8 s.
  assertEquals(Date.now() - startedAt, 59_875);
});

testSignaling("a server that hangs is noticed by the next pulse, and the line that hangs is cut", async (world) => {
  const { signaling, lines, time, servers, used, answerCheck } = world;
  signaling.hear("");
  lines[0]!.listener.opened();
  await time.tickAsync(PULSE_MS);
  await time.runMicrotasks();
  assertEquals([world.checks, servers], [1, []]);
  answerCheck({});
  await time.tickAsync(PULSE_MS);
  await time.runMicrotasks();
  assertEquals([servers, lines[0]!.hearings.length], [["silent"], 1]);
  answerCheck(undefined);
  await time.tickAsync(250);
  await time.runMicrotasks();
  assertEquals([servers, used, lines[0]!.hearings.length], [["silent", "ok"], [], 2]);
});

testSignaling("a server that fails is noticed by the next pulse, and heard again where it was left", async (world) => {
  const { signaling, lines, time, servers, noted, answerCheck } = world;
  signaling.hear("");
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(news(`"o"`, 1));
  answerCheck({ status: 500, code: "fault" });
  await time.tickAsync(PULSE_MS);
  await time.runMicrotasks();
  assertEquals(servers, ["failing"]);
  answerCheck(undefined);
  await time.tickAsync(250);
  await time.runMicrotasks();
  assertEquals(servers, ["failing", "ok"]);
  assertEquals([lines[0]!.hearings.length, lines[0]!.cursor], [2, { call: `"o"`, after: 1 }]);
  assertEquals(noted.map(({ type }) => type), ["heard", "cut", "cut", "cut", "nothing"]);
});
