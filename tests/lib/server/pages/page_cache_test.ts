import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { App } from "fresh";
import { createPageCache, PAGES } from "@/lib/server/pages/page_cache.ts";
import { LANGUAGES } from "@/words/languages.ts";
import { assertProblem, assertStatus, startApp } from "@/testing/app.ts";

const ORIGINS = ["http://localhost", "https://calls.example.org", "http://[::1]:8000", "http://a_b.example:81"];

const PATHS = ["/", "/learn", "/learn/", "/problems", "/rooms/tea", "/rooms/other_room-5", "/rooms/lobby"];

const QUERIES = [
  "",
  "?lang=de",
  "?lang=en",
  "?as=callee",
  "?as=callee&lang=de",
  "?relay=",
  "?transport=long-poll&x=%22%3E",
]
  .concat("?as=callee&relay=&b=%26%3C&lang=en", "?as=caller");

/** Memory that never runs short. */
const PLENTY = { refuseWhenShort() {} };

const ROUTES = new URL("../../../../routes/(pages)/", import.meta.url);

for (const path of PATHS) {
  Deno.test(`createPageCache() answers GET ${path} as the framework does, byte for byte but for the nonce`, async () => {
    await using server = await startApp();
    const cached = server.app.handler();
    const framework = App.prototype.handler.call(server.app);
    for (const url of ORIGINS.flatMap((origin) => QUERIES.map((query) => origin + path + query))) {
      for (const language of [...LANGUAGES, "fr, de;q=0.5", ""]) {
        const headers = { "accept": "text/html", "accept-language": language };
        const [one, other] = await Promise.all([cached, framework].map((ask) => ask(new Request(url, { headers }))));
        other!.headers.append("vary", "accept-encoding");
        assertEquals(await readAll(one!), await readAll(other!), url);
      }
    }
  });
}

for (const path of PATHS) {
  Deno.test(`createPageCache() sends ${path} gzipped to who takes that, as the same page`, async () => {
    await using server = await startApp();
    for (const query of QUERIES) {
      const plain = await readAll(await server.get(path + query));
      const ask = (method: string) =>
        server.request(path + query, { method, headers: { "accept-encoding": "br, gzip;q=0.5" } });
      const [packed, head] = await Promise.all([ask("GET"), ask("HEAD")]);
      assertEquals(packed.headers.get("content-encoding"), "gzip");
      const { headers } = await readAll(head);
      assertEquals(headers, plain.headers.concat([["content-encoding", "gzip"]]).sort());
      const unpacked = new Response(packed.body!.pipeThrough(new DecompressionStream("gzip")), packed);
      assertEquals(await readAll(unpacked), { ...plain, headers });
    }
  });
}

Deno.test("createPageCache() never gives a nonce twice", async () => {
  await using server = await startApp();
  const nonces = new Set<string>();
  for (let count = 1; count <= 500; count++) {
    const answer = await server.request(`/rooms/tea${count % 3}`);
    const nonce = nonceOf(answer);
    assertStringIncludes(await answer.text(), `nonce="${nonce}"`);
    nonces.add(nonce);
    assertEquals(nonces.size, count);
  }
});

Deno.test("createPageCache() puts nobody's host, room or query into another's page", async () => {
  await using server = await startApp();
  const ask = server.app.handler();
  const read = async (url: string) => await (await ask(new Request(url))).text();
  for (let round = 0; round < 2; round++) {
    const foreign = await read("http://evil.example/rooms/trap?evil=1");
    for (const word of ["http://evil.example/rooms/trap", "evil=1"]) assertStringIncludes(foreign, word);
    const own = await read("http://calls.example.org/rooms/tea");
    assert(!/evil|trap/.test(own));
    assertStringIncludes(own, "http://calls.example.org/rooms/tea/offer");
  }
});

Deno.test("GET of a page refuses a host with characters that no host has", async () => {
  await using server = await startApp();
  for (const host of [`a"b`, "a&b", "a'b", "a{b}", "a$(b)"]) {
    const answer = await server.app.handler()(new Request(`http://${host}/rooms/tea`));
    await assertProblem(answer, 400, "invalid-host");
  }
});

Deno.test("createPageCache() keeps neither a page that failed nor what HEAD got", async () => {
  await using server = await startApp();
  const { iceServers } = server.config;
  const set = (get: () => unknown) => Object.defineProperty(server.config, "iceServers", { get, configurable: true });
  const head = await server.request("/rooms/tea", { method: "HEAD" });
  assertEquals(await head.text(), "");
  assertStringIncludes(await (await server.get("/rooms/tea")).text(), "</html>");
  set(() => {
    throw new Error("the cause");
  });
  await assertStatus(server.get("/", { accept: "text/html" }), 500);
  await assertStatus(server.get("/rooms/tea"), 200);
  assertEquals(server.faults.length, 1);
  set(() => iceServers);
  await assertStatus(server.get("/"), 200);
});

Deno.test("createPageCache() renders a bounded number of times, whatever strangers ask for", async () => {
  let rendered = 0;
  const ask = createPageCache(() => {
    rendered++;
    return Promise.resolve(new Response("<html>"));
  }, PLENTY);
  for (let count = 0; count < 5_000; count++) {
    const host = `${count}.example`;
    const path = ["/", `/rooms/r${count}`, `/rooms//%72${count}`, "/x/../learn", "/problems"][count % 5];
    const query = [`?x${count}=${count}`, "?as=callee"][Math.floor(count / 5) % 2];
    const language = LANGUAGES[Math.floor(count / 10) % LANGUAGES.length];
    const headers = { "accept-language": `x-${count}, ${language}`, "accept": `a/${count}` };
    const req = new Request(`http://${host}${path}${query}`, { headers });
    await assertStatus(ask(req, new URL(req.url))!, 200);
  }
  assertEquals(rendered, 4 * LANGUAGES.length * 2);
});

Deno.test("createPageCache() leaves to the framework what is no page", () => {
  const ask = createPageCache(() => Promise.reject(new Error("Not to be rendered")), PLENTY);
  const leave = ["/nowhere", "/rooms/tea%20time", "/rooms/a%2Fb", "/rooms", "/rooms/tea/", "/offer", "/toucan.svg"];
  const takes = (path: string, method = "GET") => {
    const req = new Request(`http://localhost${path}`, { method });
    return ask(req, new URL(req.url)) !== undefined;
  };
  for (const path of leave) assertEquals(takes(path), false);
  for (const method of ["POST", "DELETE", "OPTIONS"]) assertEquals(takes("/rooms/tea", method), false);
});

Deno.test("createPageCache() keeps every page there is", async () => {
  const pages = (await Array.fromAsync(walk(ROUTES))).filter((path) => path.endsWith(".tsx"));
  assert(pages.length >= 4);
  for (const page of pages) {
    const path = `/${page}`.replace(/(index)?\.tsx$/, "").replaceAll(/\[\w+\]/g, "tea");
    assert(PAGES.test(path), path);
  }
});

async function* walk(folder: URL, path = ""): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* walk(new URL(`${name}/`, folder), `${path}${name}/`);
    else if (!name.startsWith("_")) yield path + name;
  }
}

async function readAll(answer: Response) {
  const text = (part: string) => part.replaceAll(nonceOf(answer), "…");
  const headers = Array.from(answer.headers, ([name, value]) => [name, text(value)]).sort();
  return { status: answer.status, headers, body: text(await answer.text()) };
}

function nonceOf({ headers }: Response): string {
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  assert(nonce !== undefined && nonce.length >= 22);
  return nonce;
}
