import { assertEquals, assertGreaterOrEqual } from "@std/assert";
import type { NumberedMessage } from "@/lib/protocol/mod.ts";
import { createKvFile } from "@/testing/stores.ts";
import { brief, candidateMessage } from "@/testing/messages.ts";
import { createRandom, type Random } from "@/testing/random.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { type MortalServer, startMortal } from "./restarts.ts";
import { WAYS } from "./sessions.ts";

const CANDIDATES = 200;
const CUTS = 50;
const RESTARTS = 5;
/** How far the writer runs ahead of the slowest reader. */
const AHEAD = 12;
const DEADLINE_MS = 60_000;

Deno.test("messages written through one process are read through another once and in order, in spite of cuts", async () => {
  await using file = await createKvFile();
  const env = { KV_PATH: file.path, MAX_CANDIDATES: `${CANDIDATES}` };
  await using writing = await startMortal(env);
  await using reading = await startMortal(env);
  const call = await post(writing, "offer", offerOf("aaaa"));
  const readers: Reader[] = Object.keys(WAYS).map((way, index) => ({
    way,
    random: createRandom(index),
    seen: [],
    cuts: 0,
  }));
  let moved = Promise.withResolvers<void>();
  const tell = () => {
    moved.resolve();
    moved = Promise.withResolvers();
  };
  let written = 0;

  async function write() {
    const every = Math.floor(CANDIDATES / (RESTARTS + 1));
    while (written < CANDIDATES) {
      while (readers.some(({ seen }) => seen.length + AHEAD < written)) await moved.promise;
      // Whoever is written or read through dies while that is under way.
      if (written > 0 && written % every === 0 && written / every <= RESTARTS) {
        (written / every % 2 === 0 ? writing : reading).restart();
      }
      await post(writing, `candidate-${written}`, candidateMessage("aaaa", written));
      written++;
      tell();
    }
  }

  async function read(reader: Reader) {
    while (reader.seen.length <= CANDIDATES) {
      // Polls would keep the machine busy with nothing.
      while (reader.way === "polls" && reader.seen.length > written) await moved.promise;
      await readUntilCut(reader, reading, call, tell);
    }
  }

  const deadline = Promise.withResolvers<void>();
  const timer = setTimeout(() => deadline.reject(new Error("It takes too long")), DEADLINE_MS);
  try {
    await Promise.race([Promise.all([write(), ...readers.map(read)]), deadline.promise]);
  } finally {
    clearTimeout(timer);
  }
  const ports = Array.from({ length: CANDIDATES }, (_, port) => port);
  for (const { way, seen, cuts } of readers) {
    assertEquals(brief(seen), ["offer", ...ports], way);
    assertEquals(seen.map(({ seq }) => seq), [...ports.map((port) => port + 1), CANDIDATES + 1], way);
    assertGreaterOrEqual(cuts, CUTS, way);
  }
});

interface Reader {
  readonly way: string;
  readonly random: Random;
  readonly seen: NumberedMessage[];
  cuts: number;
}

/** Reads over one connection, which is cut after so many messages or so much time, before what comes next is taken. */
async function readUntilCut(reader: Reader, server: MortalServer, call: string, tell: () => void): Promise<void> {
  const { way, random, seen } = reader;
  const cut = new AbortController();
  const last = seen.length + random.below(6);
  const timer = random.below(2) === 0 ? setTimeout(() => cut.abort(), random.below(100)) : undefined;
  const take = (message: NumberedMessage) => {
    if (seen.length === last) cut.abort();
    if (cut.signal.aborted) return false;
    seen.push(message);
    tell();
    if (seen.length > CANDIDATES) cut.abort();
    return !cut.signal.aborted;
  };
  try {
    await server.up;
    await WAYS[way]!({ url: server.url, call, after: seen.length, cut: cut.signal, take });
  } catch (error) {
    // What is no network's failure is a bug.
    if (!cut.signal.aborted && !(error instanceof TypeError)) throw error;
  } finally {
    clearTimeout(timer);
  }
  if (cut.signal.aborted) reader.cuts++;
}

/** Says something as the caller until it is acknowledged, and gives the call's name. */
async function post(server: MortalServer, key: string, message: unknown): Promise<string> {
  for (;;) {
    await server.up;
    try {
      const answer = await fetch(`${server.url}/messages?from=caller`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify(message),
      });
      const { call } = await answer.json();
      assertEquals(answer.status, 201);
      return call;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}
