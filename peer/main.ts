/**
 * Chats from a terminal with somebody on the page: lines typed are messages, lines printed are the other side's. What
 * becomes of the call goes to stderr. Ctrl-C or the end of the input hangs up.
 *
 *     deno task peer http://localhost:8000/rooms/tea callee
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { wordsFor } from "@/components/words.ts";
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

/** Talks until the call is over; 0 where somebody hung up, 1 where it failed. */
async function chat({ base, role, iceServers }: Settings): Promise<number> {
  const ended = Promise.withResolvers<CallState & { phase: "ended" }>();
  const unfinished = new Set<Promise<unknown>>();
  const typed: string[] = [];
  let phase = "idle";
  let shown = 0;
  let typing = true;

  function onChange({ state, messages }: CallView) {
    if (state.phase !== phase) tell(wordsFor(state).title);
    phase = state.phase;
    const news = messages.slice(shown);
    shown = messages.length;
    news.filter(({ from }) => from === "them").forEach(({ text }) => print(text));
    if (state.phase === "ended") ended.resolve(state);
    if (state.phase === "open") send();
  }

  function send() {
    for (let line = typed.shift(); line !== undefined; line = typed.shift()) {
      const result = call.send(line);
      if (!result.sent) tell(result.problem);
    }
    if (!typing) call.hangUp();
  }

  function stop() {
    if (phase === "ended") Deno.exit(130);
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
    if (phase === "open") send();
  });
  input.on("close", () => {
    typing = false;
    if (phase === "open" || typed.length === 0) call.hangUp();
  });
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  call.start(role);
  const { reason, detail } = await ended.promise;
  if (detail !== undefined) tell(detail);
  await Promise.allSettled(unfinished);
  return reason === "hung-up" || reason === "left" ? 0 : 1;
}

/** Writes what the other side said, which must not control the terminal. */
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
