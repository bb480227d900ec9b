const encoder = new TextEncoder();

/** Writes one line of a result. */
export function print(line: string): void {
  Deno.stdout.writeSync(encoder.encode(`${line}\n`));
}
