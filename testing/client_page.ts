import type { Browser, Page } from "puppeteer-core";
import { type BarePage, serveBarePage } from "./bare_page.ts";

/** A page that draws nothing, with the client that a server hands out, as a program of somebody else's would use it. */
export function serveClientPage(server: string): BarePage {
  return serveBarePage(
    "toucan's client",
    `
      import { createCall } from ${JSON.stringify(`${server}/client.js`)};
      globalThis.phases = [];
      globalThis.heard = [];
      globalThis.readGeneration = async () => {
        const all = [...(await call.stats()).values()];
        const find = (id) => all.find((it) => it.id === id);
        const pair = find(all.find(({ type }) => type === "transport")?.selectedCandidatePairId) ??
          all.find(({ type, selected }) => type === "candidate-pair" && selected);
        return find(pair?.localCandidateId)?.usernameFragment ?? "";
      };
      globalThis.startAndTime = (options, role, phase) => new Promise((resolve) => {
        const start = performance.now();
        globalThis.call = createCall({
          iceServers: [],
          ...options,
          onChange({ state, messages }) {
            if (state.phase !== phases.at(-1)) phases.push(state.phase);
            heard = messages.filter(({ from }) => from === "them").map(({ text }) => text);
            if (state.phase === phase) resolve(performance.now() - start);
          },
        });
        call.start(role);
      });
    `,
  );
}

/** A call of such a page. */
export interface ClientCall {
  /** Starts, and waits for a phase; gives how many milliseconds that took. */
  start(options: { base: string; transport?: string }, role: "caller" | "callee", phase: string): Promise<number>;
  /** Restarts ICE, and waits until both sides have described themselves anew. */
  restart(): Promise<void>;
  /** Which ICE generation the path in use is of. */
  generation(): Promise<string>;
  /** Waits until the path in use is of another one. */
  leave(generation: string): Promise<void>;
  say(text: string): Promise<void>;
  hear(text: string): Promise<void>;
  hangUp(): Promise<void>;
}

/** Nothing is drawn that one could wait for. */
const WAIT = { polling: 20 } as const;

/** Opens it in a browser. */
export async function openClientCall(page: BarePage, browser: Browser): Promise<ClientCall> {
  const opened: Page = await page.open(browser);
  const run = (code: string) => opened.evaluate(code);
  return {
    start: async (...args) => await run(`startAndTime(${args.map((arg) => JSON.stringify(arg)).join()})`) as number,
    async restart() {
      await run("phases = [phases.at(-1)]; call.networkChanged()");
      await opened.waitForFunction(`phases.includes("reconnecting") && phases.at(-1) === "open"`, WAIT);
    },
    generation: async () => await run("readGeneration()") as string,
    async leave(generation) {
      const condition = `readGeneration().then((now) => now !== "" && now !== ${JSON.stringify(generation)})`;
      await opened.waitForFunction(condition, WAIT);
    },
    say: async (text) => void await run(`call.send(${JSON.stringify(text)})`),
    hear: async (text) => void await opened.waitForFunction(`heard.includes(${JSON.stringify(text)})`, WAIT),
    hangUp: async () => void await run("call.hangUp()"),
  };
}
