import { browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat, talk } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

browserTest("a caller who reloads calls again", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, server.url);
  const callee = await openChat(browser, server.url);
  await connect(caller, callee);

  await caller.reload();
  await callee.reach("ended");
  await connect(caller, callee);
  await talk(callee, caller);
});

browserTest("a caller who reloads before an answer offers anew", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, server.url);
  await caller.start("caller");
  await caller.reach("waiting");
  await caller.reload();
  const callee = await openChat(browser, server.url);
  await connect(caller, callee);
  await talk(caller, callee);
});

browserTest("two pairs in two rooms chat at once", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  await Promise.all(["tea", "coffee"].map(async (room) => {
    const caller = await openChat(browser, `${server.url}/rooms/${room}`);
    const callee = await openChat(browser, `${server.url}/rooms/${room}`);
    await connect(caller, callee);
    await talk(caller, callee);
  }));
});

browserTest("a second caller takes the room, and the first learns of it", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const first = await openChat(browser, server.url);
  const second = await openChat(browser, server.url);
  const callee = await openChat(browser, server.url);
  await first.start("caller");
  await first.reach("waiting");
  await connect(second, callee);
  await first.reach("ended");
  await talk(second, callee);
});
