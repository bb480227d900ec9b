import axe from "axe-core";
import type { Page } from "puppeteer-core";

/** What of the WCAG is looked at. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with a page as it is now: the rule, and the elements that break it. */
export async function violationsOf(page: Page): Promise<string[]> {
  // A colour on its way to another theme's is neither.
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  await page.evaluate(axe.source);
  return await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`)
    );
  }, TAGS);
}

/** What a page does that it should not: errors in its console, requests to other servers, layout that shifts. */
export interface Watch {
  readonly errors: readonly string[];
  readonly strangers: readonly string[];
  /** The sum of the layout shifts so far (the Layout Instability API); 0 is none. */
  shift(): Promise<number>;
}

/** Watches a page from before it is loaded. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data|about):/.test(request.url())) strangers.push(request.url());
  });
  await page.evaluateOnNewDocument(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) shifts.push(entry.value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return {
    errors,
    strangers,
    shift: () =>
      page.evaluate(() =>
        (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0)
      ),
  };
}
