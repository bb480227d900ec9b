import { createSocket } from "node:dgram";
import type { ChatPage } from "@/testing/chat.ts";

/** Somebody who listens and never says a word. */
export interface SilentServer extends Disposable {
  /** Its address as a STUN or TURN server. */
  readonly url: string;
}

/** Listens for UDP on a free port of this machine, and answers nothing. */
export async function startSilentServer(scheme: "stun" | "turn" = "stun"): Promise<SilentServer> {
  const socket = createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(0, () => resolve()));
  return {
    url: `${scheme}:${ownAddress()}:${socket.address().port}`,
    [Symbol.dispose]: () => void socket.close(),
  };
}

/** Waits until the doctor of a page names a cause, and gives what it says. */
export async function readDiagnosis({ page }: ChatPage, cause: string): Promise<string> {
  try {
    const doctor = await page.waitForSelector(`.doctor[data-cause="${cause}"]`);
    return await doctor!.evaluate((it) => it.textContent ?? "");
  } catch (error) {
    const shown = await page.$$eval("#status, .doctor", (parts) => parts.map((it) => it.textContent).join("\n"));
    throw new Error(`The doctor doesn't say ${cause}, but: ${shown}`, { cause: error });
  }
}

/** What a page's doctor says now, if anything. */
export async function findCause({ page }: ChatPage): Promise<string | undefined> {
  return await page.evaluate(() => document.querySelector<HTMLElement>(".doctor")?.dataset.cause);
}

/** Waits until a page has the doctor, with all that it imports. */
export async function haveDoctor({ page }: ChatPage): Promise<void> {
  const urls = await page.waitForFunction(() => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const parts = [/\/Worry-\w+\.js/, /\/SelfTest-\w+\.js/, /\/doctor-\w+\.js/];
    const urls = parts.flatMap((part) => loaded.find((name) => part.test(name)) ?? []);
    return urls.length === parts.length ? urls : null;
  }, { polling: 50 });
  await page.evaluate((urls) => Promise.all((urls ?? []).map((url) => import(url))).then(() => {}), urls);
}

/** Waits until a page's status says that the server is away, and gives the status. */
export async function readOutage({ page }: ChatPage, state: "silent" | "failing"): Promise<string> {
  const notice = await page.waitForSelector(`#status [data-server="${state}"]`);
  return await notice!.evaluate((it) => it.textContent ?? "");
}

/** Waits until a page's status no longer says that the server is away. */
export async function outlastOutage({ page }: ChatPage): Promise<void> {
  await page.waitForSelector("#status [data-server]", { hidden: true });
}

/** Opens a part of the page by its title. */
export async function openPart({ page, openDetails }: ChatPage, id: string): Promise<void> {
  await openDetails();
  await page.locator(`#${id} > summary`).click();
}

/**
 * The doctor looks after half a second at a call, rather than after `ms`: by default, at one that nobody joins. All
 * other timers stay: a WebSocket's limit of silence, cut as short, would look like a server that can't be reached.
 */
export async function makeImpatient({ page }: ChatPage, ms = 90_000): Promise<void> {
  await page.evaluate((patience) => {
    const wait = globalThis.setTimeout;
    const impatient = (run: TimerHandler, ms = 0) => wait(run, ms === patience ? 500 : ms);
    Object.assign(globalThis, { setTimeout: impatient });
  }, ms);
}

// Firefox asks no STUN server on the loopback address.
function ownAddress(): string {
  const own = Deno.networkInterfaces().find(({ family, address }) => family === "IPv4" && !address.startsWith("127."));
  return own?.address ?? "127.0.0.1";
}
