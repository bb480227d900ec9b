import { assertEquals } from "@std/assert";
import { withPackages } from "@/tools/packages.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { openChat } from "@/testing/chat.ts";
import { type ChatProgram, startProgram } from "@/testing/program.ts";
import { startServer } from "@/testing/server.ts";

for (const [role, other] of [["caller", "callee"], ["callee", "caller"]] as const) {
  browserTest(`deno task peer as ${role} chats with the page, and Ctrl-C hangs up`, ["chromium"], async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const room = `${server.url}/rooms/terminal`;
    const page = await openChat(browser, room);
    await using peer = startPeer(room, role);
    await page.start(other);
    await page.reach("open");
    await peer.say("Hello from a terminal 🦜");
    await page.hear("Hello from a terminal 🦜");
    await page.say("Hello from a page");
    await peer.hear("Hello from a page");
    peer.signal("SIGINT");
    assertEquals(await peer.code, 0);
    await page.reach("ended");
  });
}

browserTest("deno task peer ends when the page hangs up", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const page = await openChat(browser, server.url);
  await page.start("caller");
  await page.reach("waiting");
  await using peer = startPeer(server.url, "callee");
  await peer.tells("Connected");
  await page.click("Hang up");
  assertEquals(await peer.code, 0);
});

browserTest("deno task peer sends all of its input, and hangs up", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  await using peer = startPeer(server.url, "caller");
  await peer.say("Typed before the call was open");
  await peer.hush();
  const page = await openChat(browser, server.url);
  await page.start("callee");
  await page.hear("Typed before the call was open");
  await page.reach("ended");
  assertEquals(await peer.code, 0);
});

Deno.test("deno task peer with Ctrl-C while it waits takes its call back", async () => {
  await using server = await startServer();
  await using peer = startPeer(server.url, "caller");
  await peer.tells("Waiting for the other side");
  // As it comes where a task passes on what its program has heard as well.
  peer.signal("SIGINT");
  peer.signal("SIGINT");
  assertEquals(await peer.code, 0);
  const answer = await fetch(`${server.url}/offer`);
  await answer.body?.cancel();
  assertEquals(answer.status, 404);
});

Deno.test("deno task peer says how it is used", async () => {
  await using peer = startPeer("tea", "caller");
  await peer.tells(`Cannot call: the first argument must be the URL of a room, not "tea"`);
  await peer.tells("Usage: deno task peer <room URL> caller|callee");
  assertEquals(await peer.code, 2);
});

function startPeer(url: string, role: string): ChatProgram {
  return startProgram([Deno.execPath(), ...withPackages("peer", "run", "--quiet", "-A", "peer/main.ts", url, role)]);
}
