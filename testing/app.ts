import { assert, assertEquals } from "@std/assert";
import { createApp, type ToucanApp } from "@/lib/server/app.ts";
import { type Config, loadConfig } from "@/lib/server/config.ts";
import type { Database } from "@/lib/server/store/database.ts";
import type { State } from "@/lib/server/define.ts";
import { loadResources, type Resources } from "@/lib/server/http/router.ts";
import { Builder } from "fresh/dev";
import { type Problem, type RefusalCode, TITLES } from "@/lib/protocol/mod.ts";
import { LOBBY } from "@/lib/protocol/mod.ts";
import { answerOf, candidateOf, offerOf } from "./descriptions.ts";
import { createFakeClock, type FakeClock } from "./fake_clock.ts";

/** A whole server in memory, without a port. */
export interface TestApp extends AsyncDisposable {
  readonly app: ToucanApp;
  readonly kv: Deno.Kv;
  readonly clock: FakeClock;
  readonly config: Config;
  /** The faults that were reported. */
  readonly faults: unknown[];
  /** Sends a request to a path such as `/offer`. */
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends JSON; text goes as it is. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Resolves once this many reads wait and have looked at what there is. */
  waiters(count: number): Promise<void>;
}

/** One room of a server: paths are those below its base. */
export interface TestRoom extends TestApp {
  readonly name: string;
  readonly base: string;
}

const ROOMS = [{ name: "lobby", base: "", shown: "" }, { name: "tea", base: "/rooms/tea", shown: "/rooms/:room" }];

/**
 * Tests what every room does twice, at the root and below a room's own address: `…` in the test's name becomes the
 * address. No test may leave a reader, a timer or a fault behind.
 */
export function testRoom(
  name: string,
  run: (room: TestRoom) => Promise<void>,
  env: Record<string, string> = {},
): void {
  for (const { shown, ...room } of ROOMS) {
    Deno.test(name.replaceAll("…", shown), async () => {
      await using server = await startApp(env);
      await run({
        ...server,
        ...room,
        request: (path, init) => server.request(room.base + path, init),
        get: (path, headers) => server.get(room.base + path, headers),
        post: (path, body, headers) => server.post(room.base + path, body, headers),
      });
      const { app: { store }, clock, faults } = server;
      const left = { waiting: store.waiting, timers: clock.pending, faults };
      assertEquals(left, { waiting: 0, timers: 0, faults: [] });
    });
  }
}

let build: Promise<(app: ToucanApp) => void> | undefined;
let resources: Promise<Resources> | undefined;

/** Starts a server with a database and a clock of its own; `env` is what the environment would say. */
export async function startApp(
  env: Record<string, string> = {},
  shared?: Deno.Kv,
  database?: Database,
): Promise<TestApp> {
  // One build serves all tests of a file: nothing in it depends on the app.
  build ??= new Builder<State>().build({ snapshot: "memory" });
  const applyBuild = await build;
  const kv = shared ?? await Deno.openKv(":memory:");
  const clock = createFakeClock();
  const faults: unknown[] = [];
  // All tests of a run share one process, and with it its memory.
  const config = loadConfig({ ICE_SERVERS: "[]", MAX_MEMORY_BYTES: "1099511627776", ...env });
  const app = createApp({
    config,
    resources: await (resources ??= loadResources(new URL("../routes/", import.meta.url))),
    kv,
    clock,
    report: (fault) => faults.push(fault),
    ...(database === undefined ? {} : { database }),
  });
  applyBuild(app);
  const handler = app.handler();
  const request = (path: string, init?: RequestInit) => handler(new Request(`http://localhost${path}`, init));
  return {
    app,
    kv,
    clock,
    config,
    faults,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, body, headers = {}) =>
      request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    // Each sets a timer of its own before it looks, and all of them share the one to look again.
    async waiters(count) {
      await clock.timers(count + 1);
      // Reads are made in their order, so by now each of them knows what it waits for.
      await app.store.read(LOBBY);
    },
    [Symbol.asyncDispose]() {
      app.store.close();
      if (shared === undefined) kv.close();
      return Promise.resolve();
    },
  };
}

/** Makes every read of a database fail; returns a function that mends that. */
export function breakReads(kv: Deno.Kv, message: string): () => void {
  const getMany = kv.getMany;
  kv.getMany = () => Promise.reject(new Error(message));
  return () => void (kv.getMany = getMany);
}

/** Lets the next read of those who wait in the lobby for the caller fail; returns a function that mends the database. */
export async function failWaiters({ kv, post }: TestApp, message = "v=0"): Promise<() => void> {
  // Early candidates are no news, and a second write knows the room already.
  await assertStatus(post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  const mended = breakReads(kv, message);
  await assertStatus(post("/offer-candidate", candidateOf("aaaa", 2)), 204);
  return mended;
}

/** What the database holds of rooms, without the marks that processes leave. */
export async function listRows(kv: Deno.Kv): Promise<Deno.KvEntry<unknown>[]> {
  return (await Array.fromAsync(kv.list({ prefix: [] }))).filter(({ key }) => key[0] !== "");
}

/** Asserts an answer's status, drops its body and gives its headers. */
export async function assertStatus(answer: Response | Promise<Response>, status: number): Promise<Headers> {
  const { status: actual, headers, body } = await answer;
  await body?.cancel();
  assertEquals(actual, status);
  return headers;
}

/** Opens a call and gives its offer's ETag. */
export async function openCall({ post }: Pick<TestApp, "post">, ufrag = "aaaa"): Promise<string> {
  return (await assertStatus(post("/offer", offerOf(ufrag)), 201)).get("etag")!;
}

/** Answers the open call and gives the answer's ETag. */
export async function answerCall({ post }: Pick<TestApp, "post">, ufrag = "bbbb"): Promise<string> {
  return (await assertStatus(post("/answer", answerOf(ufrag)), 201)).get("etag")!;
}

/** Asserts that an answer is one of the API's problems, whole, and gives it. */
export async function assertProblem(answer: Response, status: number, code: RefusalCode): Promise<Problem> {
  const text = await answer.text();
  assertEquals(answer.status, status, text);
  assertEquals(answer.headers.get("content-type"), "application/problem+json");
  assertEquals(answer.headers.get("access-control-allow-origin"), "*");
  assertEquals(answer.headers.get("cache-control"), "no-store");
  const problem: Problem = JSON.parse(text);
  const title = TITLES[code];
  assertEquals({ ...problem, detail: "" }, { ...problem, type: `/problems#${code}`, title, status, detail: "" });
  assert(problem.detail.startsWith("Cannot "), problem.detail);
  return problem;
}

/** Reads what an answer of 200 holds. */
export async function readJson(answer: Promise<Response>): Promise<unknown> {
  const read = await answer;
  const value = await read.json();
  assertEquals(read.status, 200);
  return value;
}

/** Reads a problem (RFC 9457) and gives its code. */
export async function codeOf(answer: Response): Promise<string> {
  const { type } = await answer.json();
  return String(type).replace("/problems#", "");
}
