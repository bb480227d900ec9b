import { renderToString } from "preact-render-to-string";
import { Figure } from "@/components/ladder/Figure.tsx";
import { Ladder } from "@/components/ladder/Ladder.tsx";
import { List } from "@/components/ladder/List.tsx";
import { type LadderRow, toLadder } from "@/lib/ladder/mod.ts";
import { ladder as words } from "@/words/en/ladder.ts";
import { assert, assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { BEGIN, journalOf } from "@/testing/ladder_journal.ts";

const ENTRIES = journalOf(
  BEGIN,
  { type: "said", via: "websocket", id: 1, messages: [{ type: "offer", sdp: "v=0" }] },
  { type: "heard", via: "websocket", call: `"c"`, messages: [{ seq: 1, type: "answer", sdp: "v=0" }], reset: false },
  { type: "state", of: "ice", state: "checking" },
  { type: "channel", label: "<b>theirs</b>", state: "open" },
);

Deno.test("Ladder without a call says what will be here, and saves nothing", () => {
  const html = renderToString(<Ladder entries={[]} role="caller" words={words} language="en" />);
  assertStringIncludes(html, words.empty);
  assertEquals(html.match(/<button[^>]* disabled/g)?.length, 2);
});

Deno.test("Ladder draws without a browser, and only what opens is a button, one of them in the order of the tab key", () => {
  const html = renderToString(<Ladder entries={ENTRIES} role="caller" words={words} language="en" onOpen={() => {}} />);
  const buttons = Array.from(html.matchAll(/<div [^>]*role="button"[^>]*>/g), ([tag]) => tag);
  assertEquals(buttons.map((tag) => /data-key="(\d)".*/.exec(tag)?.[1]), ["2", "3"]);
  assertEquals(buttons.map((tag) => /tabindex="(-?\d)"/.exec(tag)?.[1]), ["0", "-1"]);
  assertStringIncludes(buttons[0]!, "You send to the server (WebSocket): offer.");
});

Deno.test("Figure without anything to open is one picture without buttons, and has no style of its own", () => {
  const { rows } = toLadder(ENTRIES);
  const html = renderToString(<Figure rows={rows} me="callee" words={words} language="en" />);
  assertMatch(html, /<div class="ladder-rows of-callee"[^>]* role="img" aria-label="/);
  assertEquals(html.match(/role="button"|tabindex|style=|undefined|NaN/g), null);
  assertStringIncludes(html, "&lt;b>theirs");
});

Deno.test("List tells each row in a sentence with its time", () => {
  const { rows } = toLadder(ENTRIES);
  const items = renderToString(<List rows={rows} words={words} language="en" />).match(/<li[^]*?<\/li>/g);
  assertEquals(items?.length, rows.length);
  assertStringIncludes(items![0]!, "At the start: Your call begins.");
  assertStringIncludes(items![1]!, "After 10 milliseconds: You send to the server");
});

Deno.test("Ladder draws the latest 300 rows of a long call, and says that there are more", () => {
  const long = journalOf(BEGIN, ...Array.from({ length: 400 }, () => ({ type: "deleted" }) as const));
  const html = renderToString(<Ladder entries={long} role="caller" words={words} language="en" />);
  assertEquals(html.match(/<div class="row /g)?.length, 300);
  assertStringIncludes(html, "Shown are the latest 300 rows");
});

Deno.test("drawing 100 rows takes little", () => {
  const [, said] = toLadder(ENTRIES).rows;
  const rows: LadderRow[] = Array.from({ length: 100 }, (_, index) => ({ ...said!, key: index, sinceMs: index }));
  const draw = () => renderToString(<Figure rows={rows} me="caller" words={words} language="en" onOpen={() => {}} />);
  for (let warm = 0; warm < 20; warm++) draw();
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    assert(draw().length > 10_000);
    return performance.now() - start;
  });
  // The best of them: the others tell how busy the machine is.
  assertLess(Math.min(...times), 12);
});
