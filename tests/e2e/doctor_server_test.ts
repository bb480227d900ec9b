import { assertEquals, assertStringIncludes } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import type { Browser } from "puppeteer-core";
import type { TransportName } from "@/lib/client/transports/transport.ts";
import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, openChat } from "@/testing/chat.ts";
import { haveDoctor, outlastOutage, readDiagnosis, readOutage } from "./doctor_page.ts";
import { startTamperingProxy } from "./doctor_proxy.ts";
import { startServer } from "@/testing/server.ts";
import { freePorts } from "./turn.ts";

const TRANSPORTS: readonly TransportName[] = ["websocket", "event-stream", "long-poll"];

for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
  browserTest(`${name}: a server that dies is noticed over each transport, and found again`, [name], async () => {
    await using folder = await makeFolder();
    const [port] = await freePorts();
    const settings = { PORT: `${port}`, KV_PATH: `${folder.path}/kv` };
    await using first = await startServer(settings);
    await using browser = await launch(name);
    const callers = await waitOverEach(browser, first.url);
    await first.kill();
    for (const caller of callers) {
      assertStringIncludes(await readOutage(caller, "silent"), "doesn't answer");
    }
    for (const caller of callers) {
      const seen = await readDiagnosis(caller, "server-unreachable");
      assertStringIncludes(seen, "didn't respond after");
    }
    await using second = await startServer(settings);
    await Promise.all(callers.map(outlastOutage));
    for (const [index, caller] of callers.entries()) {
      assertEquals(await transportOf(caller), TRANSPORTS[index]!);
      assertEquals(await caller.page.$(".doctor"), null);
    }
    const callee = await openChat(browser, `${second.url}/rooms/${TRANSPORTS[0]}`);
    await callee.start("callee");
    await Promise.all([callee, callers[0]!].map((side) => side.reach("open")));
  });
}

browserTest("a server that hangs is noticed over each transport, and found again", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const callers = await waitOverEach(browser, server.url);
  Deno.kill(server.pid, "SIGSTOP");
  for (const caller of callers) {
    await readOutage(caller, "silent");
  }
  Deno.kill(server.pid, "SIGCONT");
  await Promise.all(callers.map(outlastOutage));
  for (const caller of callers) await caller.reach("waiting");
});

browserTest(
  "the doctor says that the server's database fails, and the call goes on once it is back",
  ["chromium"],
  async () => {
    await using folder = await makeFolder();
    await using server = await startServer({ KV_PATH: `${folder.path}/kv` });
    await using browser = await launch("chromium");
    const callers = await openOverEach(browser, server.url);
    {
      using database = new DatabaseSync(`${folder.path}/kv`);
      database.exec("BEGIN EXCLUSIVE");
      for (const caller of callers) await caller.start("caller");
      for (const caller of callers) {
        assertStringIncludes(await readOutage(caller, "failing"), "responds with errors");
        assertStringIncludes(await readDiagnosis(caller, "server-failing"), "error 503 (unavailable)");
      }
    }
    for (const caller of callers) await caller.reach("waiting");
  },
);

browserTest("the doctor says that the server's storage is full", ["chromium"], async () => {
  await using folder = await makeFolder();
  await using server = await startServer({ KV_PATH: `${folder.path}/kv`, MAX_STORED_BYTES: `${1_048_576}` });
  await fill(server.url);
  await using browser = await launch("chromium");
  const [caller] = await openOverEach(browser, server.url);
  await caller!.start("caller");
  assertStringIncludes(await readDiagnosis(caller!, "server-failing"), "error 503 (full)");
});

browserTest("the doctor says that a proxy responds in a server's place, with errors", ["chromium"], async () => {
  await using server = await startServer();
  await using proxy = startTamperingProxy(server.url);
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${proxy.url}/rooms/tea?transport=long-poll`);
  await caller.start("caller");
  await caller.reach("waiting");
  await haveDoctor(caller);
  await server.kill();
  await readOutage(caller, "failing");
  assertStringIncludes(await readDiagnosis(caller, "server-failing"), "error 502");
});

async function openOverEach(browser: Browser, url: string): Promise<ChatPage[]> {
  const callers: ChatPage[] = [];
  // One after the other: Firefox clicks only in a window that it has brought to the front.
  for (const name of TRANSPORTS) callers.push(await openChat(browser, `${url}/rooms/${name}?transport=${name}`));
  return callers;
}

async function waitOverEach(browser: Browser, url: string): Promise<ChatPage[]> {
  const callers = await openOverEach(browser, url);
  for (const caller of callers) await caller.start("caller");
  await Promise.all(callers.map((caller) => caller.reach("waiting")));
  await Promise.all(callers.map(haveDoctor));
  return callers;
}

/** Stores offers, smaller and smaller ones, until the server takes no more. */
async function fill(url: string): Promise<void> {
  let lines = 3_500;
  for (let room = 0; lines > 1; room++) {
    const body = JSON.stringify({ type: "offer", sdp: `v=0\r\n${"a=x:0123456789\r\n".repeat(lines)}` });
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/rooms/fill-${room}/offer`, { method: "POST", headers, body });
    await response.body?.cancel();
    if (response.status === 503) lines /= 2;
    else assertEquals(response.status, 201);
  }
}

function transportOf({ page }: ChatPage): Promise<string | null> {
  return page.$eval("#status", (status) => status.getAttribute("data-transport"));
}

async function makeFolder() {
  const path = await Deno.makeTempDir();
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
