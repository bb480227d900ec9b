import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { type ClientHttp2Session, connect } from "node:http2";
import { median } from "@/testing/statistics.ts";
import { patiently } from "@/testing/patience.ts";
import { startServer } from "@/testing/server.ts";
import { pause } from "./bad_clients/misdeed.ts";
import { setUpBeside } from "./beside.ts";
import { assertSetsUp } from "./good_pair.ts";
import { peakResidentBytes } from "@/testing/memory.ts";
import { processorMs } from "./processor.ts";

const REQUESTS = 1_000;
const MIB = 1_048_576;

Deno.test("a page takes at most twice the processor time of a read that finds nothing", async () => {
  await using server = await startServer();
  const took = async (path: (count: number) => string) => {
    const before = await processorMs(server.pid);
    for (let count = 0; count < REQUESTS; count++) await get(server.url + path(count));
    return await processorMs(server.pid) - before;
  };
  const page = (count: number) => `/rooms/tea${count}?as=callee&x=${count}`;
  const nothing = (count: number) => `/rooms/tea${count}/offer`;
  // Once to get warm.
  for (const path of [page, nothing]) await took(path);
  const pages = await took(page);
  assertLess(pages / await took(nothing), 2);
});

Deno.test("a call is set up beside 1,400 pages a second as beside 1,400 reads that find nothing", async () => {
  await using server = await startServer({}, { cpu: 0 });
  const { quiet, attacked, deeds } = await setUpBeside(server, ["pages=1400"], {
    rounds: 3,
    quietMs: 1_000,
    attackMs: 1_000,
    quietly: ["no offer=1400"],
  });
  for (const { done, failed } of Object.values(deeds)) {
    assertGreater(done, 0);
    assertEquals(failed, 0);
  }
  assertLess(median(attacked) / median(quiet), 2);
});

for (const [name, path] of [["pages", "/learn"], ["files", "/client.js"]] as const) {
  Deno.test(`unread ${name} over HTTP/2 keep no more memory than the server may have, and none later`, async () => {
    await using server = await startServer({ MAX_MEMORY_BYTES: String(160 * MIB) });
    await using quiet = await startServer();
    const sessions: ClientHttp2Session[] = [];
    const statuses = new Set<number>();
    for (let count = 0; count < 50; count++) {
      const session = connect(server.url, { settings: { initialWindowSize: 0 } });
      sessions.push(session);
      for (const status of await Promise.all(Array.from({ length: 150 }, () => statusOf(session, path)))) {
        statuses.add(status);
      }
    }
    assert(statuses.has(503));
    assertLess(await peakResidentBytes(server.pid), 220 * MIB);
    for (const session of sessions) session.destroy();
    await assertSetsUp(server, quiet);
    const recover = async () => {
      while (await get(server.url) !== 200) await pause(100);
    };
    await patiently("pages are served again", recover());
  });
}

async function get(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.body?.cancel();
  return answer.status;
}

/** Resolves once the head of the answer has come. */
function statusOf(session: ClientHttp2Session, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = session.request({ ":path": path });
    request.on("response", (headers) => resolve(Number(headers[":status"])));
    request.on("error", reject);
  });
}
