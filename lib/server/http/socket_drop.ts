/**
 * Cuts a WebSocket's connection at once, whatever its client does. `close()` of Deno 2.9 waits for the client to close
 * as well, and until then goes on keeping what comes of an unfinished message. It offers nothing else, so this reaches
 * for what is within (docs/decisions/unfinished_messages.md). Where that is not to be found, nothing happens.
 */
export function dropSocket(socket: WebSocket): void {
  const id = Object.getOwnPropertySymbols(socket).find(({ description }) => description === "[[rid]]");
  const internals = Reflect.get(Deno, Reflect.get(Deno, "internal"));
  if (id !== undefined) internals?.core?.tryClose?.(Reflect.get(socket, id));
}
