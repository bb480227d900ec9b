import { assertStringIncludes } from "@std/assert";
import type { Browser, LaunchOptions } from "puppeteer-core";
import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { openChat } from "@/testing/chat.ts";
import { readDiagnosis, startSilentServer } from "./doctor_page.ts";
import { mislead, startTamperingProxy } from "./doctor_proxy.ts";
import { startServer } from "@/testing/server.ts";
import { freePorts, LOGIN, startTurn, turnTest } from "./turn.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];

for (const name of BROWSERS) {
  browserTest(`${name}: the doctor says that the STUN server is silent, on both sides`, [name], async () => {
    using silent = await startSilentServer();
    await using server = await startServer({ ICE_SERVERS: JSON.stringify([{ urls: silent.url }]) });
    await using proxy = startTamperingProxy(server.url, { change: mislead });
    await using browser = await launch(name);
    const [caller, callee] = await call(browser, `${proxy.url}/rooms/tea?transport=long-poll`);
    const [seen] = await Promise.all([caller, callee].map((it) => readDiagnosis(it, "stun-unreachable")));
    assertStringIncludes(seen ?? "", `${silent.url} doesn't respond.`);
  });

  browserTest(
    `${name}: the doctor says that no relay is configured where nothing else may be used`,
    [name],
    async () => {
      await using server = await startServer();
      await using browser = await launch(name);
      const [caller] = await call(browser, `${server.url}/rooms/tea?relay`);
      const seen = await readDiagnosis(caller, "relay-not-configured");
      assertStringIncludes(seen, "This page is set to use relays only.");
      assertStringIncludes(seen, "This server provides no relay (TURN server).");
    },
  );

  browserTest(`${name}: the doctor says that the relay is silent where nothing else may be used`, [name], async () => {
    using stun = await startSilentServer();
    using turn = await startSilentServer("turn");
    const servers = [{ urls: stun.url }, { urls: turn.url, ...LOGIN }];
    await using server = await startServer({ ICE_SERVERS: JSON.stringify(servers) });
    await using browser = await launch(name);
    const [caller, callee] = await call(browser, `${server.url}/rooms/tea?relay`);
    for (const side of [caller, callee]) {
      const seen = await readDiagnosis(side, "relay-silent");
      assertStringIncludes(seen, `${turn.url} doesn't respond.`);
      assertStringIncludes(seen, "Your browser found no addresses.");
    }
  });
}

// Firefox may fail, and leave, before it has said that it has no address.
browserTest("the doctor says that only the other side may use nothing but a relay", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const room = `${server.url}/rooms/tea`;
  const [caller] = await call(browser, room, `${room}?relay`);
  await readDiagnosis(caller, "no-address-there");
});

turnTest("the doctor says that the TURN server refuses the password", async () => {
  const [port] = await freePorts();
  await using _turn = await startTurn(port);
  const iceServers = [{ urls: `turn:127.0.0.1:${port}?transport=udp`, ...LOGIN, credential: "wrong" }];
  await using server = await startServer({ ICE_SERVERS: JSON.stringify(iceServers) });
  await using browser = await launch("chromium");
  const [caller] = await call(browser, `${server.url}/rooms/tea?relay`);
  assertStringIncludes(await readDiagnosis(caller, "turn-refused"), "responded 401");
});

for (const name of BROWSERS) {
  browserTest(`${name}: the doctor says that UDP is blocked where the browser may not use it`, [name], async () => {
    await using server = await startServer();
    await using blocked = await launch(name, WITHOUT_UDP[name]);
    const [caller, callee] = await call(blocked, `${server.url}/rooms/tea`);
    await Promise.all([caller, callee].map((it) => readDiagnosis(it, "udp-blocked")));
  });
}

/** What an administrator, or a person who wants no address told, may set. */
const WITHOUT_UDP: Record<BrowserName, LaunchOptions> = {
  chromium: { args: ["--webrtc-ip-handling-policy=disable_non_proxied_udp"] },
  firefox: { extraPrefsFirefox: { "media.peerconnection.ice.proxy_only": true } },
};

async function call(browser: Browser, url: string, calleeUrl = url) {
  const caller = await openChat(browser, url);
  const callee = await openChat(browser, calleeUrl);
  await caller.start("caller");
  await caller.reach("waiting");
  await callee.start("callee");
  return [caller, callee] as const;
}
