import { startServer } from "@/testing/server.ts";
import { withPackages } from "@/tools/packages.ts";
import { load } from "./handshake.ts";
import { messageCall, peerJsCall } from "./message_call.ts";
import { print } from "./print.ts";
import { median } from "@/testing/statistics.ts";

const ROUNDS = 5;
const ROUND_MS = 1_500;
const CONCURRENCY = 32;

/** Compares toucan on a database file with servers that keep everything in memory, taking turns. */
export async function benchOthers(): Promise<void> {
  const folder = await Deno.makeTempDir();
  const settings = { KV_PATH: `${folder}/toucan.sqlite` };
  {
    await using toucan = await startServer(settings, { cpu: 0 });
    await using express = await startServer({}, { node: await bundle("express_server", folder), cpu: 0 });
    await using peerJs = await startServer({}, { node: await bundle("peerjs_server", folder), cpu: 0 });
    const contenders = {
      "toucan, six resources": () => load(toucan.url, CONCURRENCY, ROUND_MS),
      "toucan, messages": () => load(toucan.url, CONCURRENCY, ROUND_MS, messageCall),
      "Express in memory": () => load(express.url, CONCURRENCY, ROUND_MS),
      "PeerJS's server": () => load(peerJs.url, CONCURRENCY, ROUND_MS, (pool) => peerJsCall(pool, peerJs.url)),
    };
    const rates: Record<string, number[]> = {};
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, run] of Object.entries(contenders)) {
        const { callsPerSecond } = await run();
        // The first round is a warm-up.
        if (round > 0) (rates[name] ??= []).push(callsPerSecond);
      }
    }
    report(rates);
  }
  await Deno.remove(folder, { recursive: true });
}

/** Bundles a script for Node, where its users run it. Returns the path. */
export async function bundle(name: string, folder: string): Promise<string> {
  const output = `${folder}/${name}.cjs`;
  const args = withPackages("tests", "bundle", "--format", "cjs", "--output", output, `bench/${name}.js`);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), { args, stdout: "null", stderr: "piped" })
    .output();
  if (!success) throw new Error(`Cannot bundle ${name}: ${new TextDecoder().decode(stderr)}`);
  return output;
}

function report(rates: Record<string, number[]>) {
  const ratio = (one: string, other: string) =>
    median(rates[one]!.map((rate, round) => rate / rates[other]![round]!)).toFixed(2);
  print(`Whole calls per second, server on one core, ${CONCURRENCY} calls at once, toucan on a database file`);
  print(`  six resources: ${ratio("toucan, six resources", "Express in memory")} times Express on Node, in memory`);
  print(`  messages: ${ratio("toucan, messages", "PeerJS's server")} times PeerJS's server on Node, in memory`);
  for (const [name, values] of Object.entries(rates)) {
    print(`    ${name.padEnd(21)} ${median(values).toFixed(0).padStart(5)} calls/s`);
  }
}
