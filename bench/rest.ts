import { print } from "./print.ts";
import { startServer } from "@/testing/server.ts";
import { load, REQUESTS_PER_CALL } from "./handshake.ts";
import { median, quantile } from "@/testing/statistics.ts";

const ROUNDS = 5;
const ROUND_MS = 2_000;
const CONCURRENCY = 32;

/** Compares whole calls over REST with those of bare handlers on the same kind of database, in turn. */
export async function benchRest(): Promise<void> {
  print(
    `Whole calls over REST (${REQUESTS_PER_CALL} requests), server on one core, ${CONCURRENCY} calls at once`,
  );
  await compare("in memory", () => ":memory:");
  const folder = await Deno.makeTempDir();
  await compare("on a file", (name) => `${folder}/${name}.sqlite`);
  await Deno.remove(folder, { recursive: true });
}

async function compare(where: string, kvPath: (name: string) => string): Promise<void> {
  await using bare = await startServer({ KV_PATH: kvPath("bare") }, { script: "bench/bare_server.ts", cpu: 0 });
  await using toucan = await startServer({ KV_PATH: kvPath("toucan") }, { cpu: 0 });
  for (const { url } of [bare, toucan]) await load(url, CONCURRENCY, ROUND_MS / 2);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      bare: await load(bare.url, CONCURRENCY, ROUND_MS),
      toucan: await load(toucan.url, CONCURRENCY, ROUND_MS),
    });
  }
  const alone = { bare: await load(bare.url, 1, ROUND_MS), toucan: await load(toucan.url, 1, ROUND_MS) };
  const ratio = median(rounds.map((round) => round.toucan.callsPerSecond / round.bare.callsPerSecond));
  print(`  ${where}: ${ratio.toFixed(2)} times the bare handlers' calls per second`);
  for (const name of ["toucan", "bare"] as const) {
    const rate = median(rounds.map((round) => round[name].callsPerSecond));
    const latencies = rounds.flatMap((round) => round[name].latencies);
    print(
      `    ${name.padEnd(6)} ${rate.toFixed(0).padStart(5)} calls/s, a call takes ${ms(latencies, 0.5)} (median), ` +
        `${ms(latencies, 0.95)} (95 %), ${ms(alone[name].latencies, 0.5)} when alone`,
    );
  }
}

function ms(latencies: readonly number[], share: number): string {
  return `${quantile(latencies, share).toFixed(1)} ms`;
}
