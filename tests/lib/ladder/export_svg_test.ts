import { exportSvg, type LadderRow, toLadder } from "@/lib/ladder/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { BEGIN, journalOf } from "@/testing/ladder_journal.ts";

const END = { type: "host", protocol: "udp" } as const;
const { rows } = toLadder(journalOf(
  BEGIN,
  { type: "asked", via: "websocket" },
  { type: "said", via: "websocket", id: 1, messages: [{ type: "bye" }] },
  { type: "taken", id: 1 },
  { type: "heard", via: "websocket", call: `"c"`, messages: [{ seq: 1, type: "bye" }], reset: false },
  { type: "cut", via: "websocket", detail: "" },
  { type: "refused", detail: "" },
  { type: "path", local: END, remote: { ...END, type: "relay" } },
));

Deno.test("exportSvg() is one well-formed file with its own styles and nothing from elsewhere", () => {
  const svg = draw("caller");
  assertMatch(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
  assertStringIncludes(svg, "prefers-color-scheme:dark");
  assertEquals(unclosed(svg), []);
  assert(!/NaN|undefined|url\(|href|@import/.test(svg));
  for (const name of ["said", "heard", "cut", "path", "relayed"]) {
    assertMatch(svg, new RegExp(`class="row[^"]*\\b${name === "cut" ? "bad" : name}\\b`));
  }
});

Deno.test("exportSvg() draws this side's arrows from its own lifeline, and the other's half without a time", () => {
  for (const [me, mine, server, other] of [["caller", "25%", "55%", "85%"], ["callee", "75%", "45%", "15%"]] as const) {
    const svg = draw(me);
    assertStringIncludes(groupOf(svg, "said"), `<line class="arrow" x1="${mine}" x2="${server}"`);
    assertStringIncludes(groupOf(svg, "heard"), `<line class="arrow" x1="${server}" x2="${mine}"`);
    assertStringIncludes(groupOf(svg, "heard"), `<line class="earlier" x1="${other}" x2="${server}"`);
    assertEquals(groupOf(svg, "said").includes("earlier"), false);
    // Only the other side's candidate is a relay's.
    assertStringIncludes(groupOf(svg, "path"), `<svg x="${me === "caller" ? 70 : 30}%"`);
  }
});

Deno.test("exportSvg() escapes labels", () => {
  const svg = draw("caller", `<script>&"\u0000\ud800 🦜`);
  assertStringIncludes(svg, "&lt;script&gt;&amp;&quot;\ufffd\ufffd 🦜");
  assertEquals(unclosed(svg), []);
});

function draw(me: Side, label = "label"): string {
  const names = { caller: "Caller", server: "Server", callee: "Callee" };
  const withWords = (row: LadderRow) => ({ row, label, time: "1ms" });
  return exportSvg({ title: "A call", heads: { names, you: "you", me }, rows: rows.map(withWords) });
}

function groupOf(svg: string, name: string): string {
  return new RegExp(`<g class="row ${name}[^]*?</g>`).exec(svg)?.[0] ?? "";
}

/** Elements that aren't closed in their turn. */
function unclosed(svg: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, , self] of svg.matchAll(/<(\/?)(\w+)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
    if (self === "/") continue;
    if (slash === "") open.push(name!);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}
