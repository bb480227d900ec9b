import { browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const EXAMPLE = await Deno.readTextFile(new URL("../../examples/browser.html", import.meta.url));
const WAIT = { polling: 50 } as const;

for (const [role, other] of [["caller", "callee"], ["callee", "caller"]] as const) {
  browserTest(`examples/browser.html, of another origin, chats with the page as ${role}`, ["chromium"], async () => {
    await using server = await startServer();
    await using elsewhere = serveExample();
    await using browser = await launch("chromium");
    const room = `${server.url}/rooms/example`;
    const page = await openChat(browser, room);
    const example = await openWindow(browser);
    await example.goto(`http://localhost:${elsewhere.addr.port}/?room=${room}`);

    await page.start(other);
    await example.waitForFunction(() => document.querySelector("button")?.onclick, WAIT);
    await (await example.$(`button:nth-of-type(${role === "caller" ? 1 : 2})`))!.click();
    await page.reach("open");
    await example.waitForFunction(() => document.querySelector("output")?.value === "open", WAIT);
    await example.type("input", "Hello from elsewhere 🦜\n");
    await page.hear("Hello from elsewhere 🦜");
    await page.say("Hello from a page");
    await example.waitForFunction(() => document.body.textContent?.includes("them: Hello from a page"), WAIT);
    await example.close();
    await page.reach("ended");
  });
}

function serveExample(): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve(
    { port: 0, onListen() {} },
    () => new Response(EXAMPLE, { headers: { "content-type": "text/html" } }),
  );
}
