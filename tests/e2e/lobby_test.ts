import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat, talk } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

browserTest("two Chromium tabs chat in the lobby, also when the server is gone", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, server.url);
  const callee = await openChat(browser, server.url);

  await connect(caller, callee);
  await talk(caller, callee);
  const settled = () => Promise.all([caller.settle(), callee.settle()]);
  await settled();
  const requests = [...caller.requests, ...callee.requests];
  assertLessOrEqual(requests.length, 8, requests.join("\n"));

  await server.kill();
  for (let round = 1; round <= 10; round++) {
    await caller.say(`after the server, ${round} from the caller`);
    await callee.say(`after the server, ${round} from the callee`);
  }
  await Promise.all([caller.count(22), callee.count(22)]);
  await caller.hear("after the server, 10 from the callee");
  await callee.hear("after the server, 10 from the caller");
  await settled();
  assertEquals([...caller.requests, ...callee.requests], requests);

  await callee.click("Hang up");
  await Promise.all([caller.reach("ended"), callee.reach("ended")]);
  assert((await caller.status()).length > 0);
});

browserTest("a callee may come first and wait", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const callee = await openChat(browser, `${server.url}/rooms/early`);
  await callee.start("callee");
  await callee.reach("looking");
  const restMs = await callee.page.evaluate(comesToRestMs);
  assert(restMs > 0 && restMs < 5_000, `${restMs}`);
  const caller = await openChat(browser, `${server.url}/rooms/early`);
  await caller.start("caller");
  await Promise.all([caller.reach("open"), callee.reach("open")]);
  await talk(callee, caller);
  await Promise.all([caller.settle(), callee.settle()]);
  assertLessOrEqual(
    caller.requests.length + callee.requests.length,
    9,
    caller.requests.concat(callee.requests).join("\n"),
  );
});

/** When all that moves in a page has come to rest, in milliseconds from its start. */
function comesToRestMs(): number {
  return Math.max(...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime)));
}
