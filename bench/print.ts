const encoder = new TextEncoder();

/** Prints one line of results. */
export function print(line: string): void {
  Deno.stdout.writeSync(encoder.encode(`${line}\n`));
}
