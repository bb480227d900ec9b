import { assertLess } from "@std/assert";
import { threadMs } from "./processor.ts";

/** How long a hostile text is, in characters. */
export const HOSTILE_CHARS = 60_000;

/** How many times as long as a harmless text of its size one may take. Searching anew from each character takes 100 times and more. */
const MAX_RATIO = 20;

/** What takes less is not told apart, in milliseconds. */
const INSTANT_MS = 2;

/** What is repeated: each makes some way of searching begin anew at every character. */
const ATOMS = [
  ...' \t",;\\=:@/?%[(.-a1#',
  "\n",
  "\r",
  "a ",
  ", ",
  ' "',
  '",',
  '",a',
  "a;",
  "; ",
  "a=",
  ":a",
  "1:",
  "?a",
  "a.",
  '\\"',
  "a-",
  "\u0301\u0316",
  "a\r\n",
];

/** What comes last: without it many a search ends well at once. */
const ENDS = ["", '"', "x", "\n", ":x\u2028\n"];

/** Texts of {@linkcode HOSTILE_CHARS} characters: each of `starts`, and none, before and between what is repeated. */
export function hostileTexts(starts: readonly string[] = []): string[] {
  return ["", ...starts].flatMap((start) =>
    [...ATOMS, ...starts].flatMap((atom) =>
      ENDS.map((end) => start + fill(atom, HOSTILE_CHARS - start.length - end.length) + end)
    )
  );
}

/** A text as long as a hostile one that is `text` over and over again. */
export function harmlessText(text: string): string {
  return fill(text, HOSTILE_CHARS);
}

/** Asserts that none of `texts` takes `run` much longer than the harmless one. */
export async function assertAsFast(
  run: (text: string) => unknown,
  harmless: string,
  texts: readonly string[],
): Promise<void> {
  const bound = MAX_RATIO * Math.max(await timeOf(() => run(harmless)), INSTANT_MS);
  for (const text of texts) {
    const time = await timeOf(() => run(text), bound);
    assertLess(time, bound, `${JSON.stringify(text.slice(0, 20))}…${JSON.stringify(text.slice(-5))} takes ${time} ms`);
  }
}

/** The shortest processor time of three runs, in milliseconds. The first below `enough` will do. */
async function timeOf(run: () => unknown, enough = 0): Promise<number> {
  let shortest = Infinity;
  for (let round = 0; round < 3 && shortest >= enough; round++) {
    const begin = threadMs();
    await run();
    shortest = Math.min(shortest, threadMs() - begin);
  }
  return shortest;
}

function fill(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
