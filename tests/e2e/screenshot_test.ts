import { assertEquals, assertGreater } from "@std/assert";
import { browserTest, launch } from "./browsers.ts";
import { connect, openChat } from "./chat.ts";
import { startServer } from "./server.ts";

const VIEW = { width: 1280, height: 960 };
const README_PICTURE = new URL("../../docs/screenshot.png", import.meta.url);

/** `UPDATE_SCREENSHOTS=true` makes the README's picture anew. */
browserTest("the README's picture shows a chat", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/tea`);
  const callee = await openChat(browser, `${server.url}/rooms/tea`);
  await caller.page.setViewport(VIEW);
  await connect(caller, callee);
  await server.kill();
  await caller.say("Hi! Is this really going straight from my browser to yours?");
  await callee.say("It is. I stopped the server a minute ago.");
  await caller.hear("I stopped the server");
  await caller.say("Then nobody can read along. Tea at five?");
  await callee.hear("Tea at five?");
  await callee.say("Tea at five.");
  await caller.count(4);
  await caller.page.evaluate(() => scrollTo(0, 0));

  const picture = await caller.page.screenshot();
  assertEquals(sizeOf(picture), VIEW);
  if (Deno.env.get("UPDATE_SCREENSHOTS") === "true") await Deno.writeFile(README_PICTURE, picture);
  assertEquals(sizeOf(await Deno.readFile(README_PICTURE)), VIEW);
  // An empty page of this size is a few kilobytes.
  assertGreater(picture.length, 20_000);
});

/** The size that a PNG tells in its first chunk (RFC 2083, section 4.1.1). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
