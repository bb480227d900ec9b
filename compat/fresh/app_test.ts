import { assertEquals, assertRejects, assertStrictEquals, assertStringIncludes } from "@std/assert";
import { App, type Context, createDefine, HttpError, type Middleware, staticFiles } from "fresh";

interface State {
  trail: string[];
}

type Tracing = Middleware<State>;

function trace(name: string): Tracing {
  return async (ctx) => {
    ctx.state.trail = [...ctx.state.trail ?? [], name];
    return await ctx.next();
  };
}

function answerTrail(ctx: Context<State>): Response {
  return ctx.text((ctx.state.trail ?? []).join());
}

async function get(app: App<State>, path: string, init?: RequestInit): Promise<Response> {
  return await app.handler()(new Request(`http://localhost${path}`, init));
}

async function text(app: App<State>, path: string, init?: RequestInit): Promise<string> {
  return await (await get(app, path, init)).text();
}

Deno.test("App.use() runs middlewares in their order, those of a path only below it", async () => {
  const app = new App<State>()
    .use(trace("a"), trace("b"))
    .use("/inner", trace("inner"))
    .get("/", answerTrail)
    .get("/inner", answerTrail)
    .get("/inner/most", answerTrail)
    .get("/innermost", answerTrail);
  assertEquals(await text(app, "/"), "a,b");
  assertEquals(await text(app, "/inner"), "a,b,inner");
  assertEquals(await text(app, "/inner/most"), "a,b,inner");
  assertEquals(await text(app, "/innermost"), "a,b");
});

Deno.test("App.use() leaves alone the routes that come before it", async () => {
  const app = new App<State>().get("/", answerTrail).use(trace("late")).get("/after", answerTrail);
  assertEquals(await text(app, "/"), "");
  assertEquals(await text(app, "/after"), "late");
});

Deno.test("App.use() runs all root middlewares where no route matches", async () => {
  const app = new App<State>().get("/", answerTrail).use(answerTrail);
  assertEquals(await text(app, "/nowhere"), "");
  assertEquals((await get(app, "/nowhere")).status, 200);
});

Deno.test("App.handler() gives what it doesn't know a 404 in plain text", async () => {
  const response = await get(new App<State>(), "/nowhere");
  assertEquals(response.status, 404);
  assertEquals(response.headers.get("content-type"), "text/plain;charset=UTF-8");
  assertEquals(await response.text(), "Not Found");
});

Deno.test("App.handler() gives a method that a programmatic route lacks a 405", async () => {
  const app = new App<State>().get("/x", answerTrail).post("/x", answerTrail);
  assertEquals((await get(app, "/x", { method: "PUT" })).status, 405);
  const options = await get(app, "/x", { method: "OPTIONS" });
  assertEquals(options.status, 204);
  assertEquals(options.headers.get("allow"), "GET, POST");
});

Deno.test("App.handler() faults on a known path in a method beyond the seven, past all middlewares", async () => {
  const app = new App<State>().use(answerTrail).get("/x", answerTrail).all("/all/:name", answerTrail);
  for (const path of ["/x", "/all/x"]) {
    const response = await get(app, path, { method: "PROPFIND" });
    assertEquals([response.status, await response.text()], [500, "Internal server error"]);
  }
  const unknown = await get(app, "/nowhere", { method: "PROPFIND" });
  assertEquals([unknown.status, await unknown.text()], [200, ""]);
});

Deno.test("App.handler() answers HEAD with GET's headers and no body", async () => {
  const app = new App<State>().get("/x", (ctx) => ctx.text("body", { headers: { "x-a": "1" } }));
  const response = await get(app, "/x", { method: "HEAD" });
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("x-a"), "1");
  assertStrictEquals(response.body, null);
});

Deno.test("App.handler() prefers exact paths, then the first pattern that matches", async () => {
  const app = new App<State>()
    .get("/:any", (ctx) => ctx.text(`any ${ctx.params.any}`))
    .get("/:other", (ctx) => ctx.text("other"))
    .post("/:other", (ctx) => ctx.text("other"))
    .get("/exact", (ctx) => ctx.text("exact"))
    .all("/all/*", (ctx) => ctx.text(`all ${ctx.params[0]} ${ctx.route}`));
  assertEquals(await text(app, "/exact"), "exact");
  assertEquals(await text(app, "/exact/"), "exact");
  assertEquals(await text(app, "/thing"), "any thing");
  assertEquals(await text(app, "//thing"), "any thing");
  assertEquals((await get(app, "/thing", { method: "POST" })).status, 405);
  assertEquals(await text(app, "/all/of/it", { method: "PATCH" }), "all of/it /all/*");
});

Deno.test("App.handler() decodes parameters, save what would change their structure", async () => {
  const app = new App<State>().get("/:name", (ctx) => ctx.text(ctx.params.name ?? ""));
  assertEquals(await text(app, "/caf%C3%A9%20au%2Flait"), "café au%2Flait");
});

Deno.test("App.handler() rejects for a malformed escape, past all middlewares", async () => {
  const app = new App<State>().use(trace("root")).onError("*", () => new Response("caught")).get("/:name", answerTrail);
  await assertRejects(() => get(app, "/%E0%A4%A"), URIError);
});

Deno.test("App.handler() answers a thrown HttpError by its status and message", async () => {
  const app = new App<State>()
    .get("/gone", () => {
      throw new HttpError(410, "No more");
    })
    .get("/teapot", () => {
      throw new HttpError(418);
    });
  const gone = await get(app, "/gone");
  assertEquals(gone.status, 410);
  assertEquals(await gone.text(), "No more");
  assertEquals(await text(app, "/teapot"), "I'm a teapot");
});

Deno.test("App.onError() answers faults of what comes after it, with ctx.error set", async () => {
  const app = new App<State>()
    .onError("*", (ctx) => ctx.text(`caught ${(ctx.error as Error).message}`))
    .get("/", () => {
      throw new Error("secret");
    });
  assertEquals(await text(app, "/"), "caught secret");
});

Deno.test("App.notFound() answers 404s, also those that are thrown, with the status it says", async () => {
  const app = new App<State>()
    .notFound((ctx) => ctx.text("nothing here", { status: 404 }))
    .get("/", () => {
      throw new HttpError(404);
    });
  assertEquals(await text(app, "/"), "nothing here");
  assertEquals((await get(app, "/nowhere")).status, 404);
  assertEquals(await text(app, "/nowhere"), "nothing here");
});

Deno.test("App can be subclassed to wrap its handler", async () => {
  class Wrapped extends App<State> {
    override handler(): ReturnType<App<State>["handler"]> {
      const handler = super.handler();
      return async (request, info) => {
        try {
          return await handler(request, info);
        } catch {
          return new Response("wrapped", { status: 400 });
        }
      };
    }
  }
  const app = new Wrapped().get("/:name", answerTrail);
  assertEquals(await text(app, "/%E0%A4%A"), "wrapped");
});

Deno.test("App.fsRoutes() adds nothing without a build, nor does staticFiles()", async () => {
  const app = new App<State>().use(staticFiles()).fsRoutes();
  assertEquals((await get(app, "/")).status, 404);
  const favicon = await get(app, "/favicon.ico");
  assertEquals([favicon.status, favicon.body], [404, null]);
});

Deno.test("App believes a proxy's headers only with trustProxy", async () => {
  const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "example.com" };
  const answer: Tracing = (ctx) => ctx.text(ctx.url.href);
  const trusting = new App<State>({ trustProxy: true }).get("/", answer);
  assertEquals(await text(trusting, "/", { headers }), "https://example.com/");
  assertEquals(await text(new App<State>().get("/", answer), "/", { headers }), "http://localhost/");
});

Deno.test("Context.redirect() keeps paths on the site", async () => {
  const app = new App<State>().get("/", (ctx) => ctx.redirect(ctx.url.searchParams.get("to") ?? "", 303));
  for (
    const [to, location] of [["//evil.com/", "/evil.com/"], ["/a?b=//c", "/a?b=//c"], [
      "https://a.b//",
      "https://a.b//",
    ]]
  ) {
    const response = await get(app, `/?to=${encodeURIComponent(to ?? "")}`);
    assertEquals(response.status, 303);
    assertEquals(response.headers.get("location"), location);
  }
});

Deno.test("Context.json(), .html() and .text() set the content type", async () => {
  const app = new App<State>()
    .get("/json", (ctx) => ctx.json({ a: 1 }))
    .get("/html", (ctx) => ctx.html("<p>", { status: 201 }));
  const json = await get(app, "/json");
  assertEquals(json.headers.get("content-type"), "application/json");
  assertEquals(await json.json(), { a: 1 });
  const html = await get(app, "/html");
  assertEquals([html.status, html.headers.get("content-type")], [201, "text/html; charset=utf-8"]);
  assertStringIncludes(await html.text(), "<p>");
});

Deno.test("createDefine() returns what it is given", () => {
  const define = createDefine<State>();
  assertStrictEquals(define.middleware(answerTrail), answerTrail);
  const handlers = { GET: answerTrail };
  assertStrictEquals(define.handlers(handlers), handlers);
});
