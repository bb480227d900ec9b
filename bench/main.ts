/** Measures the README's figures, each beside a yardstick in the same run. `deno task bench rest` measures one part. */
import { benchBrowser } from "./browser.ts";
import { benchFiles } from "./browser/files.ts";
import { benchPage } from "./browser/page.ts";
import { benchOthers } from "./others.ts";
import { benchRest } from "./rest.ts";
import { benchWaiters } from "./waiters.ts";

const PARTS = {
  rest: benchRest,
  others: benchOthers,
  browser: benchBrowser,
  page: benchPage,
  files: benchFiles,
  waiters: benchWaiters,
};

const wanted = Deno.args.length === 0 ? Object.keys(PARTS) : Deno.args;
for (const [name, run] of Object.entries(PARTS)) if (wanted.includes(name)) await run();
