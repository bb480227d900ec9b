import { assert, assertEquals, assertExists, assertGreater, assertMatch, assertThrows } from "@std/assert";
import { parseMessages, Refusal, type RefusalCode, REFUSALS } from "@/lib/protocol/mod.ts";
import { loadResources } from "@/lib/server/http/router.ts";
import { CLOSE_CODES } from "@/lib/protocol/mod.ts";
import { browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { openChat } from "@/testing/chat.ts";
import { testThatNeeds } from "@/testing/needs.ts";
import { isInstalled } from "@/testing/program.ts";
import { startServer } from "@/testing/server.ts";

const README = await Deno.readTextFile(new URL("../README.md", import.meta.url));

testThatNeeds(missingOf("bash", "curl"), {
  name: "README.md's terminal session gives what it shows, each time",
  async fn() {
    await using server = await startServer();
    await runSession(server.url);
    await runSession(server.url);
  },
});

browserTest("README.md's parrot repeats what the page says", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [parrot] = blocks("js ignore");
  const callee = await openChat(browser, `${server.url}/rooms/parrot`);
  await callee.start("callee");
  const other = await openWindow(browser);
  await other.goto(server.url);
  await other.evaluate(`void (async () => { ${parrot!.code} })()`);
  await callee.reach("open");
  await callee.say("Who is a pretty bird?");
  await callee.hear("Toucan says: Who is a pretty bird?");
});

browserTest("README.md's WebSocket hears what it shows", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const script = blocks("js ignore").find(({ code }) => code.includes("new WebSocket("))!;
  const page = await openWindow(browser);
  await page.goto(server.url);
  await page.evaluate("heard = []; console.log = (value) => heard.push(value)");
  const hear = async (count: number) => {
    await page.waitForFunction(`heard.length >= ${count}`);
    return await page.evaluate(`heard[${count - 1}]`) as Record<string, unknown>;
  };
  await page.evaluate(script.code);
  const { expiresAt, ttlMs, call, ...ack } = await hear(1);
  assertEquals(ack, { type: "ack", id: 1, next: 1 });
  assertMatch(String(expiresAt), /Z$/);
  assertEquals(Math.ceil(Number(ttlMs) / 1_000), 600);
  const answer = { type: "answer", sdp: "v=0\r\n" };
  const headers = { "content-type": "application/json" };
  const url = `${server.url}/rooms/tea/messages?from=callee`;
  const answered = await fetch(url, { method: "POST", headers, body: JSON.stringify(answer) });
  await answered.body?.cancel();
  assertEquals(await hear(2), { messages: [{ seq: 1, ...answer }], next: 1, call });
});

const { room: ROOM } = await loadResources(new URL("../routes/", import.meta.url));

Deno.test("README.md says which side sends which message", () => {
  const rows = tableAfter("### Messages");
  assertGreater(rows.length, 0);
  const fields = { sdp: "v=0\r\n", candidate: { candidate: "candidate:1", sdpMid: "0" } };
  for (const [message, speaker] of rows) {
    const [, type] = /"type": "([a-z-]+)"/.exec(message!) ?? [];
    for (const side of ["caller", "callee"] as const) {
      const parse = () => parseMessages({ ...fields, type }, side);
      if (speaker === "both" || speaker === side) assertEquals(parse().length, 1, type);
      else assertThrows(parse, Refusal);
    }
  }
});

Deno.test("README.md lists every close code of a WebSocket", () => {
  const rows = tableAfter("problem's name as the reason:").map((row) => row.map((cell) => cell.replaceAll("`", "")));
  assertEquals(rows, Object.entries(CLOSE_CODES).map(([reason, code]) => [String(code), reason]).toSorted());
});

Deno.test("README.md's table of resources is the contract's", () => {
  const rows = tableAfter("## The contract").map(([resource]) => resource!.replaceAll("`", ""));
  const resources = [...ROOM].flatMap(([name, handlers]) =>
    Object.keys(handlers).map((method) => `${method} …${name === "" ? "" : `/${name}`}`)
  );
  // The room itself is read as a page.
  assertEquals(rows.toSorted(), resources.filter((resource) => resource !== "GET …").toSorted());
});

Deno.test("README.md names refusals as the contract does", () => {
  const named = [...README.matchAll(/`(\d{3}) ([a-z]+-[a-z-]+)`/g)];
  assertGreater(named.length, 5);
  for (const [text, status, code] of named) {
    const refused = REFUSALS[code as RefusalCode];
    assertExists(refused, text);
    // An answer before its offer has another status than a read that comes too early.
    const taken: number[] = code === "no-offer" ? [refused, 409] : [refused];
    assert(taken.includes(Number(status)), text);
  }
});

const CUT = "--- next block";

interface Block {
  /** What stands behind the fence. */
  info: string;
  code: string;
  next?: Block;
}

async function runSession(server: string) {
  const session = blocks("sh run");
  assertGreater(session.length, 0);
  const folder = await Deno.makeTempDir();
  const { stdout, stderr, success } = await new Deno.Command("bash", {
    args: ["-c", session.map(({ code }) => code).join(`echo "${CUT}"\n`)],
    env: { TOUCAN: server, TMPDIR: folder },
    stdin: "null",
  }).output();
  await Deno.remove(folder, { recursive: true });
  assertEquals({ success, stderr: decode(stderr) }, { success: true, stderr: "" });
  const outputs = decode(stdout).split(`${CUT}\n`);
  assertEquals(outputs.length, session.length);
  for (const [index, { next }] of session.entries()) {
    assertEquals(next?.info, "text");
    assertMatch(trimLines(outputs[index]!), patternOf(trimLines(next!.code)));
  }
}

/** The fenced blocks of this kind, each with the one that follows it. */
function blocks(info: string): Block[] {
  const all: Block[] = Array.from(README.matchAll(/^```(.+)\n([^]*?)^```$/gm), (match) => ({
    info: match[1]!,
    code: match[2]!,
  }));
  return all.map((block, index) => ({ ...block, ...(all[index + 1] === undefined ? {} : { next: all[index + 1]! }) }))
    .filter((block) => block.info === info);
}

/** The cells of the first table below a heading, without its head. */
function tableAfter(heading: string): string[][] {
  const table = /(?:^\|.*\|\n)+/m.exec(README.slice(README.indexOf(`${heading}\n`)))?.[0] ?? "";
  return table.trim().split("\n").slice(2).map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
}

/** `…` stands for what differs each time, within a line. */
function patternOf(expected: string): RegExp {
  return new RegExp(`^${expected.split("…").map((text) => RegExp.escape(text)).join(".*")}$`);
}

function trimLines(text: string): string {
  return text.trim().split("\n").map((line) => line.trim()).join("\n");
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Which of these programs to install. */
function missingOf(...programs: string[]): string | undefined {
  const missing = programs.filter((program) => !isInstalled(program));
  return missing.length === 0 ? undefined : `install ${missing.join(" and ")}`;
}
