/**
 * Chats from a terminal with someone on the page: typed lines are sent as messages, received ones are printed. The
 * call's progress goes to stderr. Ctrl-C hangs up, as does the end of the input, once the page has received it all.
 *
 *     deno task peer http://localhost:8000/rooms/tea callee
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { wordsFor } from "@/components/words.ts";
import { call as words } from "@/words/en/call.ts";
import { type CallState, type CallView, createCall } from "@/lib/client/mod.ts";
import { createPeer } from "./connection.ts";
import { parseSettings, type Settings, USAGE } from "./settings.ts";

if (import.meta.main) Deno.exit(await main());

async function main(): Promise<number> {
  try {
    return await chat(parseSettings(Deno.args));
  } catch (error) {
    tell(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
    return 2;
  }
}

/** Chats until the call is over. Returns the exit code: 0 if someone hung up, 1 if the call failed. */
async function chat({ base, role, iceServers }: Settings): Promise<number> {
  const ended = Promise.withResolvers<CallState & { phase: "ended" }>();
  const unfinished = new Set<Promise<unknown>>();
  const typed: string[] = [];
  let typing = true;
  let printedId = 0;
  let stoppedAt: number | undefined;
  let view: Pick<CallView, "state" | "messages"> = { state: { phase: "idle" }, messages: [] };

  function onChange(next: CallView) {
    const last = view;
    view = next;
    if (next.state.phase !== last.state.phase) tell(wordsFor(next.state, words).title);
    // A long message is printed once it is complete, or no more of it can arrive.
    const isOver = next.state.phase === "ended";
    for (const { id, from, text, missing } of next.messages) {
      if (id <= printedId || from === "me" || (missing !== undefined && !isOver)) continue;
      printedId = id;
      print(text);
    }
    if (next.state.phase === "ended") ended.resolve(next.state);
    if (next.state.phase === "open") send();
    hangUpWhenDone();
  }

  function send() {
    for (let line = typed.shift(); line !== undefined; line = typed.shift()) {
      const result = call.send(line);
      if (!result.sent) tell(result.problem);
    }
  }

  // A message sent just before the other side's channel opens may be lost: only the receipt is proof.
  function hangUpWhenDone() {
    const isDone = view.messages.every(({ from, delivered }) => from === "them" || delivered);
    if (!typing && typed.length === 0 && isDone) call.hangUp();
  }

  // A parent process may forward a signal that this one has received too: that is one request, not two.
  function stop() {
    stoppedAt ??= Date.now();
    if (Date.now() - stoppedAt > 1_000) Deno.exit(130);
    call.hangUp();
  }

  function finish<T>(work: Promise<T>): Promise<T> {
    unfinished.add(work);
    return work;
  }

  const call = createCall({ base, iceServers, onChange }, {
    fetch: (input, init) => finish(fetch(input, init)),
    createPeer(configuration) {
      const { promise, resolve } = Promise.withResolvers<void>();
      finish(promise);
      return createPeer(configuration, resolve);
    },
  });
  const input = createInterface({ input: process.stdin });
  input.on("line", (line) => {
    if (line.trim() !== "") typed.push(line);
    if (view.state.phase === "open") send();
  });
  input.on("close", () => {
    typing = false;
    hangUpWhenDone();
  });
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  call.start(role);
  const { reason, detail } = await ended.promise;
  if (detail !== undefined) tell(detail);
  await Promise.allSettled(unfinished);
  return reason === "hung-up" || reason === "left" ? 0 : 1;
}

/** Writes the other side's message, without characters that control the terminal. */
function print(text: string): void {
  write(Deno.stdout, text.replace(/[^\P{Cc}\n\t]/gu, "\u{FFFD}"));
}

function tell(text: string): void {
  write(Deno.stderr, text);
}

function write(output: { writeSync(bytes: Uint8Array): number }, text: string): void {
  const bytes = new TextEncoder().encode(`${text}\n`);
  for (let at = 0; at < bytes.length;) at += output.writeSync(bytes.subarray(at));
}
