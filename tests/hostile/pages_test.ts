import { assertEquals, assertGreater, assertLess } from "@std/assert";
import { median } from "@/bench/statistics.ts";
import { startServer } from "@/tests/e2e/server.ts";
import { setUpBeside } from "./beside.ts";

Deno.test("1,400 pages a second, each of another room, don't double what a call takes to be set up", async () => {
  await using server = await startServer({}, { cpu: 0 });
  const turns = { rounds: 3, quietMs: 700, attackMs: 1_300 };
  const { quiet, attacked, deeds } = await setUpBeside(server, ["pages=1400"], turns);
  assertEquals(deeds["pages"]!.failed, 0);
  assertGreater(deeds["pages"]!.done, 1_000);
  assertLess(median(attacked) / median(quiet), 2);
});
