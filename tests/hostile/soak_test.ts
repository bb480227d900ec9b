import { assertEquals, assertGreater, assertLess } from "@std/assert";
import { median } from "@/testing/statistics.ts";
import { startServer } from "@/testing/server.ts";
import { BAD_CLIENTS, type Kind } from "./bad_clients/mod.ts";
import { setUpBeside } from "./beside.ts";
import { medianSetUp } from "./good_pair.ts";
import { peakResidentBytes, residentBytes } from "@/testing/memory.ts";

const KINDS = Object.keys(BAD_CLIENTS) as Kind[];

/** `SOAK_SECONDS` lengthens it. */
const SECONDS = Number(Deno.env.get("SOAK_SECONDS") ?? 120);
const TURN = { quietMs: 5_000, attackMs: 14_000 };
const ROUNDS = Math.ceil(SECONDS / 20);

const MIB = 1_048_576;

Deno.test(`${KINDS.length} kinds of bad clients at once don't double what a call takes to be set up`, async () => {
  await using server = await startServer();
  await medianSetUp(server.url, 100);
  const resting = await residentBytes(server.pid);
  const { quiet, attacked, deeds } = await setUpBeside(server, KINDS, { rounds: ROUNDS, ...TURN });
  for (const kind of KINDS) assertGreater(deeds[kind]!.begun, ROUNDS, kind);
  assertLess(median(attacked) / median(quiet), 2);
  assertLess(await residentBytes(server.pid) - resting, 250 * MIB);
  assertLess(await peakResidentBytes(server.pid) - resting, 400 * MIB);
  assertEquals(server.lines.filter((line) => /fault|error/i.test(line)), []);
});
