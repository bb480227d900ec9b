/** The idle time before a measurement, in milliseconds. */
const REST_MS = 500;

/** Lets earlier work finish: the end of the last call, and a caller's work before it waits. */
export function waitALittle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST_MS));
}
