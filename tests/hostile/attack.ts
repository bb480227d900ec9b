import { BAD_CLIENTS, type BadClient, type Kind } from "./bad_clients/mod.ts";
import { pause } from "./bad_clients/misdeed.ts";

/** What bad clients of one kind did. */
export interface Deeds {
  /** How many times one began. */
  begun: number;
  /** How many times it was done. */
  done: number;
  /** How many times it failed, such as where the server closed the connection. */
  failed: number;
}

/** How often a batch begins. */
const TICK_MS = 20;

// A process of its own, so that neither its work nor its end is mistaken for the server's: `attack.ts <url> <kind>…`,
// where a kind may have a rate, such as `pages=700`. Attacks until its input ends, prints what was done, and vanishes.
if (import.meta.main) {
  const [url = "", ...kinds] = Deno.args;
  const deeds: Record<string, Deeds> = {};
  for (const argument of kinds) {
    const [kind = "", rate] = argument.split("=");
    const client = BAD_CLIENTS[kind as Kind];
    attack(url, { ...client, ...(rate === undefined ? {} : { perSecond: Number(rate) }) }, deeds[kind] = newDeeds());
  }
  await print("attacking");
  for await (const _ of Deno.stdin.readable);
  await print(JSON.stringify(deeds));
  Deno.exit();
}

async function attack(url: string, { misdeed, perSecond, atOnce }: BadClient, deeds: Deeds): Promise<void> {
  const start = performance.now();
  for (let due = 0;; due = (performance.now() - start) / 1_000 * perSecond) {
    while (deeds.begun < due && deeds.begun - deeds.done - deeds.failed < atOnce) {
      deeds.begun++;
      misdeed(url).then(() => deeds.done++, () => deeds.failed++);
    }
    await pause(TICK_MS);
  }
}

function newDeeds(): Deeds {
  return { begun: 0, done: 0, failed: 0 };
}

async function print(line: string): Promise<void> {
  await Deno.stdout.write(new TextEncoder().encode(`${line}\n`));
}
