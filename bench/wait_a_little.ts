/** How long all has been at rest when something is timed, in milliseconds. */
const REST_MS = 500;

/** Lets what came before be over: the last call's end, and what a caller does before it waits. */
export function waitALittle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST_MS));
}
