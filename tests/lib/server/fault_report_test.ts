import { assert, assertEquals } from "@std/assert";
import { createFaultReport, describeFault } from "@/lib/server/fault_report.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

const SECRET = "v=0 of 192.0.2.1 in tea";

Deno.test("a fault is one line with what failed and where", () => {
  const { report, lines } = start();
  report(
    faultAt("TypeError", `database is locked\n    at ${SECRET}:1:1\n    at x.ts:1:1`, ["a (b.ts:1:2)", "c.ts:3:4"]),
  );
  assertEquals(lines, ["Fault: TypeError: the database is locked, at a (b.ts:1:2), at c.ts:3:4"]);
});

Deno.test("7,000 faults of a kind in ten seconds are two lines, the second with the count", () => {
  const { report, lines, clock } = start();
  for (let index = 0; index < 7_000; index++) {
    report(faultAt("TypeError", `${index}: database is locked`, ["a.ts:1:1", `b.ts:${index}:1`]));
    clock.advance(1);
  }
  clock.advance(3_000);
  const kind = "Fault: TypeError: the database is locked, at a.ts:1:1";
  assertEquals(lines, [`${kind}, at b.ts:0:1`, `${kind}: 6999 more in 10 s`]);
});

Deno.test("a kind that continues has a line every ten seconds, and one that has stopped starts anew", () => {
  const { report, lines, clock } = start();
  const fault = faultAt("Error", SECRET, ["a.ts:1:1"]);
  for (const count of [3, 2, 0, 1]) {
    for (let index = 0; index < count; index++) report(fault);
    clock.advance(10_000);
  }
  const first = "Fault: Error, at a.ts:1:1";
  assertEquals(lines, [first, `${first}: 2 more in 10 s`, `${first}: 2 more in 10 s`, first]);
  clock.advance(10_000);
  assertEquals(clock.pending, 0);
});

Deno.test("faults in other places or with other causes are separate kinds", () => {
  const { report, lines } = start();
  for (const message of ["database is locked", "database or disk is full", "x", "y"]) {
    for (const place of ["a.ts:1:1", "b.ts:1:1"]) report(faultAt("Error", message, [place]));
  }
  assertEquals(lines.length, 6);
});

Deno.test("at most twenty kinds are distinguished, and no timer outlives them", () => {
  const { report, lines, clock } = start();
  for (let index = 0; index < 1_000; index++) report(faultAt("Error", SECRET, [`a.ts:${index}:1`, "b.ts:1:1"]));
  assertEquals(lines.length, 21);
  assertEquals(lines.at(-1), "Fault: other kinds");
  assertEquals(clock.pending, 21);
  clock.advance(10_000);
  assertEquals(lines.slice(21), ["Fault: other kinds: 979 more in 10 s"]);
  clock.advance(10_000);
  assertEquals(clock.pending, 0);
});

Deno.test("any value can be thrown, and none is logged", () => {
  const { report, lines } = start();
  const nameless = faultAt(SECRET, SECRET, []);
  const bare = new Error(SECRET);
  delete bare.stack;
  for (const fault of [SECRET, null, undefined, { message: SECRET }, nameless, bare]) report(fault);
  assertEquals(lines, ["Fault: Error"]);
  assert(!describeFault(nameless).includes("tea"));
});

function start() {
  const clock = createFakeClock();
  const lines: string[] = [];
  return { clock, lines, report: createFaultReport({ clock, write: (line) => lines.push(line) }) };
}

function faultAt(name: string, message: string, frames: readonly string[]): Error {
  const fault = new Error(message);
  fault.name = name;
  fault.stack = [`${name}: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join("\n");
  return fault;
}
