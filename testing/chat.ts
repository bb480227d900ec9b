import type { Browser, BrowserContextOptions, Page } from "puppeteer-core";
import { openWindow } from "./browsers.ts";

/** A browser tab with the call's page, used as a person would. */
export interface ChatPage {
  readonly page: Page;
  /** The requests to the server since the page was loaded, such as `POST /offer`, as far as the browser has told. */
  readonly requests: readonly string[];
  /** Resolves once the browser has told of all requests so far. */
  settle(): Promise<void>;
  start(role: "caller" | "callee"): Promise<void>;
  click(button: string): Promise<void>;
  /** Opens what can be opened beside a talk, if it isn't. */
  openDetails(): Promise<void>;
  /** Waits until the call is in this phase. */
  reach(phase: string): Promise<void>;
  say(text: string): Promise<void>;
  /** Waits until this message is shown. */
  hear(text: string): Promise<void>;
  /** Waits until this many messages are shown. */
  count(messages: number): Promise<void>;
  reload(): Promise<void>;
  status(): Promise<string>;
}

/** Puppeteer hears of elements and attributes, at once, but not of a text that changes. */
const MUTATION = { polling: "mutation" } as const;
const TEXT = { polling: 50 } as const;

/** Opens the page and waits until its buttons can be clicked. */
export async function openChat(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<ChatPage> {
  const page = await openWindow(browser, options);
  const requests: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/((offer|answer)[a-z-]*|messages)$/.test(pathname) || request.method() === "DELETE") {
      requests.push(`${request.method()} ${pathname}`);
    }
  });
  // During a talk, the browser asks whether to leave the page.
  page.on("dialog", (dialog) => dialog.accept());
  const usable = () =>
    page.waitForFunction(() => document.querySelector("#status")?.getAttribute("data-phase") === "idle", MUTATION);
  await page.goto(url);
  await usable();

  async function click(name: string) {
    const button = await page.waitForFunction(
      (text) => [...document.querySelectorAll("button")].find((it) => it.textContent?.trim() === text && !it.disabled),
      TEXT,
      name,
    );
    // Once it stays where it is: what is drawn and focused with it may move it.
    await (button.asElement() as Awaited<ReturnType<Page["$"]>>)!.asLocator().click();
  }

  return {
    page,
    requests,
    async settle() {
      // They are told in their order.
      const mark = `/healthz?${crypto.randomUUID()}`;
      const told = page.waitForRequest((request) => request.url().endsWith(mark));
      await page.evaluate((mark) => void fetch(mark).catch(() => {}), mark);
      await told;
    },
    click,
    async openDetails() {
      const button = await page.$(".panel button[aria-expanded=false]");
      if (button !== null) await button.asLocator().click();
    },
    start: (role) => click(`Start ${role}`),
    async reach(phase) {
      try {
        await page.waitForFunction(
          (wanted) => document.querySelector("#status")?.getAttribute("data-phase") === wanted,
          MUTATION,
          phase,
        );
      } catch (error) {
        const shown = await page.$eval(
          "#status",
          (status) => `${status.getAttribute("data-phase")}: ${status.textContent}`,
        );
        throw new Error(`The call isn't ${phase}, but ${shown}`, { cause: error });
      }
    },
    async say(text) {
      await page.type("textarea", text);
      await page.keyboard.press("Enter");
    },
    async hear(text) {
      await page.waitForFunction(
        (wanted) => document.querySelector("[role=log]")?.textContent?.includes(wanted),
        TEXT,
        text,
      );
    },
    async count(messages) {
      await page.waitForFunction(
        (wanted) => document.querySelectorAll("[role=log] li").length >= wanted,
        MUTATION,
        messages,
      );
    },
    async reload() {
      await page.reload();
      await usable();
    },
    status: () => page.$eval("#status", (status) => status.textContent ?? ""),
  };
}

/** Two tabs that have called each other, ready to chat. */
export async function connect(caller: ChatPage, callee: ChatPage): Promise<void> {
  await caller.start("caller");
  await caller.reach("waiting");
  await callee.start("callee");
  await Promise.all([caller.reach("open"), callee.reach("open")]);
}

/** Says something each way and waits until it is heard. */
export async function talk(one: ChatPage, other: ChatPage): Promise<void> {
  await one.say("Is this thing on? 🦜");
  await other.hear("Is this thing on? 🦜");
  await other.say("Loud and clear");
  await one.hear("Loud and clear");
}
