import { createEventParser, type ServerEvent } from "@/lib/client/transports/event_parser.ts";
import { assertEquals } from "@std/assert";

const STREAM = [
  ": a comment",
  "retry: 500",
  "",
  `data: {"seq":1}`,
  `id: "o".1`,
  "",
  "event: reset",
  `data:"o"`,
  "",
  "data: two",
  "data: lines",
  "",
  "event: empty",
  "",
  "data: never ended",
].join("\n");

const EVENTS: ServerEvent[] = [
  { event: "message", data: `{"seq":1}`, id: `"o".1` },
  { event: "reset", data: `"o"`, id: `"o".1` },
  { event: "message", data: "two\nlines", id: `"o".1` },
];

Deno.test("a stream of events is taken apart", () => {
  assertEquals(parse([STREAM]), EVENTS);
});

Deno.test("a stream of events comes in any pieces", () => {
  for (let size = 1; size < 20; size++) {
    assertEquals(parse(STREAM.match(new RegExp(`[^]{1,${size}}`, "g")) ?? []), EVENTS, `pieces of ${size}`);
  }
});

Deno.test("a stream of events has any line ends", () => {
  assertEquals(parse([STREAM.replaceAll("\n", "\r\n")]), EVENTS);
  assertEquals(parse(STREAM.replaceAll("\n", "\r\n").split("")), EVENTS);
});

Deno.test("an event's data may hold a line separator of Unicode, which ends no line here", () => {
  assertEquals(parse(["data: a\u2028b\n\n"]), [{ event: "message", data: "a\u2028b", id: "" }]);
});

function parse(pieces: readonly string[]): ServerEvent[] {
  const events: ServerEvent[] = [];
  pieces.forEach(createEventParser((event) => events.push(event)));
  return events;
}
