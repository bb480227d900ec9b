import { assertEquals, assertLess } from "@std/assert";
import { PATIENCE_MS } from "@/testing/patience.ts";
import type { ServerProcess } from "@/testing/server.ts";
import { withPackages } from "@/tools/packages.ts";
import type { Deeds } from "./attack.ts";
import type { Kind } from "./bad_clients/mod.ts";
import { pause } from "./bad_clients/misdeed.ts";
import { setUpCall } from "./good_pair.ts";

/** How long a good pair took to set up its calls, in milliseconds, and what the bad clients did meanwhile. */
export interface Beside {
  readonly quiet: number[];
  readonly attacked: number[];
  readonly deeds: Record<string, Deeds>;
}

/** How long a good pair pauses between two calls, so as to be no load itself. */
const PAUSE_MS = 25;

/** How many connections more the good pair's own client may have opened meanwhile. */
const SPARE_DESCRIPTORS = 8;

/** A kind of bad client as attack.ts takes it: by its name, or with another rate. */
export type Attack = Kind | `${Kind}=${number}`;

/** How many turns, and how long each takes. */
export interface Turns {
  rounds: number;
  quietMs: number;
  attackMs: number;
  /** Who is there in the quiet turns too, instead of nobody. */
  quietly?: readonly Attack[];
}

/**
 * Has a good pair set up calls, in turns alone and beside bad clients. Taking turns makes what else the machine does
 * weigh on both alike.
 */
export async function setUpBeside(
  { url, pid }: ServerProcess,
  kinds: readonly Attack[],
  { rounds, quietMs, attackMs, quietly = [] }: Turns,
): Promise<Beside> {
  const result: Beside = { quiet: [], attacked: [], deeds: {} };
  await setUpFor(url, quietMs);
  for (let round = 0; round < rounds; round++) {
    result.quiet.push(...await turn(quietly, quietMs));
    result.attacked.push(...await turn(kinds, attackMs));
  }
  return result;

  async function turn(attacks: readonly Attack[], ms: number): Promise<number[]> {
    if (attacks.length === 0) return await setUpFor(url, ms);
    // Counted anew each turn: Deno 2.9.6 keeps the descriptors of some clients that go during a WebSocket's handshake, as
    // those do that a turn ends in the middle of it (docs/security.md). Of thousands of connections these are a few.
    const before = await countDescriptors(pid);
    const attack = await startAttack(url, attacks);
    const times = await setUpFor(url, ms);
    addDeeds(result.deeds, await attack.end());
    await restoreDescriptors(before + SPARE_DESCRIPTORS);
    return times;
  }

  /** Sets up calls until the server has let go of what the bad clients had opened. */
  async function restoreDescriptors(most: number): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let open = await countDescriptors(pid); open > most; open = await countDescriptors(pid)) {
      assertLess(performance.now(), deadline, `${open} descriptors are still open, and ${most} were to be`);
      await setUpCall(url);
    }
  }
}

/** How many descriptors a process has open; Linux only. */
export async function countDescriptors(pid: number): Promise<number> {
  return (await Array.fromAsync(Deno.readDir(`/proc/${pid}/fd`))).length;
}

async function setUpFor(url: string, ms: number): Promise<number[]> {
  const times: number[] = [];
  for (const begin = performance.now(); performance.now() - begin < ms;) {
    times.push(await setUpCall(url));
    await pause(PAUSE_MS);
  }
  return times;
}

async function startAttack(url: string, kinds: readonly string[]): Promise<{ end(): Promise<Record<string, Deeds>> }> {
  const command = [Deno.execPath(), ...withPackages("tests", "run", "-A", "tests/hostile/attack.ts", url, ...kinds)];
  const child = new Deno.Command("nice", {
    args: ["-n", "10", ...command],
    cwd: new URL("../..", import.meta.url),
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  assertEquals((await lines.read()).value, "attacking\n");
  return {
    async end() {
      await child.stdin.close();
      let text = "";
      for (let part = await lines.read(); !part.done; part = await lines.read()) text += part.value;
      assertEquals((await child.status).code, 0);
      return JSON.parse(text);
    },
  };
}

function addDeeds(sums: Record<string, Deeds>, more: Record<string, Deeds>): void {
  for (const [kind, { begun, done, failed }] of Object.entries(more)) {
    const sum = sums[kind] ??= { begun: 0, done: 0, failed: 0 };
    sum.begun += begun;
    sum.done += done;
    sum.failed += failed;
  }
}
