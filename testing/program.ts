import { assertEquals } from "@std/assert";
import { browserTest, launch } from "./browsers.ts";
import { openChat } from "./chat.ts";
import { readLines } from "./lines.ts";
import { testThatNeeds } from "./needs.ts";
import { patiently } from "./patience.ts";
import { startServer } from "./server.ts";

/** A program that chats: lines in are what it says, lines out what it hears. */
export interface ChatProgram extends AsyncDisposable {
  say(text: string): Promise<void>;
  /** Waits until it has printed a line with this text. @throws {Error} where it ends before, with all that it said */
  hear(text: string): Promise<void>;
  /** Waits until it has told on its error output what becomes of the call. @throws {Error} where it ends before */
  tells(text: string): Promise<void>;
  signal(signal: Deno.Signal): void;
  /** Ends its input. */
  hush(): Promise<void>;
  /** Its exit code, once it has ended by itself. */
  readonly code: Promise<number>;
}

/** Whether a command can be run. */
export function isInstalled(command: string, args: readonly string[] = ["--version"]): boolean {
  try {
    return new Deno.Command(command, { args: [...args], stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}

/**
 * Defines two tests, in which a program chats with the page, as caller and as callee, unless something is `missing`.
 */
export function programTests(
  name: string,
  missing: string | undefined,
  command: (room: string, role: string) => [string, ...string[]],
): void {
  for (const [role, other] of [["caller", "callee"], ["callee", "caller"]] as const) {
    const test = `${name} chats with the page as ${role}`;
    if (missing === undefined) browserTest(test, ["chromium"], () => chat(role, other));
    else testThatNeeds(missing, { name: test, fn: () => chat(role, other) });
  }

  async function chat(role: string, other: "caller" | "callee") {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const room = `${server.url}/rooms/example`;
    const page = await openChat(browser, room);
    await using program = startProgram(command(room, role));
    await page.start(other);
    await page.reach("open");
    await program.say("Hello from a program 🦜");
    await page.hear("Hello from a program 🦜");
    await page.say("Hello from a page");
    await program.hear("Hello from a page");
    await page.click("Hang up");
    assertEquals(await program.code, 0);
  }
}

/** Starts a program in the project's folder. */
export function startProgram([command, ...args]: readonly [string, ...string[]]): ChatProgram {
  const child = new Deno.Command(command, {
    args,
    cwd: new URL("..", import.meta.url),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const input = child.stdin.getWriter();
  const heard = follow(child.stdout);
  const told = follow(child.stderr);
  const code = child.status.then((status) => status.code);

  async function waitFor(lines: Lines, text: string) {
    if (await lines.until(text)) return;
    throw new Error(`No "${text}" in:\n${[...heard.all, ...told.all].join("\n")}`);
  }

  return {
    async say(text) {
      await input.write(new TextEncoder().encode(`${text}\n`));
    },
    hear: (text) => waitFor(heard, text),
    tells: (text) => waitFor(told, text),
    signal: (signal) => child.kill(signal),
    hush: () => input.close(),
    code,
    async [Symbol.asyncDispose]() {
      await input.close().catch(() => {});
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended by itself.
      }
      await code;
    },
  };
}

interface Lines {
  readonly all: readonly string[];
  /** Whether a line with this text comes before the end and in time. */
  until(text: string): Promise<boolean>;
}

function follow(stream: ReadableStream<Uint8Array>): Lines {
  const all: string[] = [];
  const onLine = new Set<() => void>();
  const closed = readLines(stream, (line) => {
    all.push(line);
    onLine.forEach((look) => look());
  });
  return {
    all,
    async until(text) {
      const isThere = () => all.some((line) => line.includes(text));
      const found = Promise.withResolvers<void>();
      const look = () => isThere() && found.resolve();
      onLine.add(look);
      look();
      await patiently(text, Promise.race([found.promise, closed])).catch(() => {});
      onLine.delete(look);
      return isThere();
    },
  };
}
