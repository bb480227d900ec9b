import { assert, assertEquals } from "@std/assert";
import { isRecording, type Recording, toLadder } from "@/lib/ladder/mod.ts";
import { ladder as words } from "@/words/en/ladder.ts";
import { parts } from "@/words/en/parts.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const RECORDING = new URL("../../components/learn/recording.json", import.meta.url);

/** What has to happen in a call that is shown to people who learn from it, in this order. */
const PLOT = ["began", "asked", "said", "heard", "state", "channel", "path"];

/** `UPDATE_RECORDING=true` makes the call that `/learn` replays anew, with what its caller's page saves. */
browserTest("a call's record, as its page saves it, shows on /learn what a call is", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/learn`);
  const callee = await openChat(browser, `${server.url}/rooms/learn`);
  await caller.start("caller");
  await caller.reach("waiting");
  await callee.start("callee");
  await Promise.all([caller.reach("open"), callee.reach("open")]);

  await caller.page.evaluate(() => {
    // What would go to a file.
    URL.createObjectURL = (blob) => {
      (blob as Blob).text().then((text) => document.body.dataset.saved = text);
      return "blob:saved";
    };
  });
  await caller.openDetails();
  await caller.page.locator(`summary ::-p-text(${parts.ladder})`).click();
  await caller.page.waitForSelector(".ladder-rows .path, .ladder-rows .way");
  await caller.click(words.save.json);
  const saved = await caller.page.waitForFunction(() => document.body.dataset.saved);
  const recording = check(JSON.parse(await saved.jsonValue() ?? ""));

  if (Deno.env.get("UPDATE_RECORDING") === "true") {
    await Deno.writeTextFile(RECORDING, `${JSON.stringify(recording)}\n`);
  }
  check(JSON.parse(await Deno.readTextFile(RECORDING)));
});

function check(recording: unknown): Recording {
  assert(isRecording(recording));
  const { rows, isCut } = toLadder(recording.log.entries);
  assertEquals(isCut, false);
  assertEquals(PLOT.filter((kind) => !rows.some((row) => row.kind === kind)), []);
  const text = JSON.stringify(recording);
  // Nobody's addresses and keys.
  assert(!/\.local\b|\b(10|172|192)\.\d+\.\d+\.\d+\b|([0-9A-F]{2}:){8}/.test(text));
  return recording;
}
