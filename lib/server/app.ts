import { App, type Context, staticFiles } from "fresh";
import { LOBBY, type RoomName } from "../protocol/mod.ts";
import {
  apiBoundary,
  problemResponse,
  type ReportFault,
  toRefusal,
  withCors,
  withoutSniffing,
} from "./http/response.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { ApiState, State } from "./define.ts";
import { MAX_UNSENT } from "./http/long_answer.ts";
import { createMemoryWatch, type MemoryWatch } from "./memory_watch.ts";
import { createPageCache } from "./pages/page_cache.ts";
import { takeShortcut, type Target } from "./http/shortcut.ts";
import type { Database } from "./store/database.ts";
import type { Space } from "./store/quota.ts";
import { createStore, type Store } from "./store/store.ts";
import { createUnsent } from "./http/unsent.ts";
import { readUrl } from "./http/url.ts";

/** What an app needs from outside. */
export interface AppDeps extends Omit<Space, "maxBytes"> {
  config: Config;
  /** Opened and closed by whoever calls. */
  kv: Deno.Kv;
  clock?: Clock;
  /** Another than one with the usual deadlines. */
  database?: Database;
  report?: ReportFault;
}

/** Makes the whole server; `app.handler()` answers requests, `app.close()` ends all that waits. */
export function createApp(
  { config, kv, clock = systemClock, report = () => {}, database, usedBytes = 0, disk }: AppDeps,
): ToucanApp {
  const { ttlMs, limits, maxWaiting, maxStoredBytes, memoryBytes, remote } = config;
  const store = createStore({
    kv,
    clock,
    ttlMs,
    limits,
    maxWaiting,
    space: { maxBytes: maxStoredBytes, usedBytes, disk },
    remote,
    report,
    ...(database === undefined ? {} : { database }),
  });
  const serveFile = staticFiles<State>();
  const lasting = new Set<Promise<void>>();
  // Memory fills up in real time, whatever the clock says.
  const memory = createMemoryWatch({ limit: memoryBytes, clock: systemClock });
  const longAnswers = createUnsent(MAX_UNSENT);
  const shared = { store, config, clock, report, memory, longAnswers, lasting, isApi: true };
  const stateOf = (room: RoomName): ApiState => ({ ...shared, room });
  const app = new ToucanApp(store, lasting, config, memory, (target) => takeShortcut(target, stateOf));
  // Few middlewares, and few that await: each of those keeps half a KiB as long as a request waits.
  app
    .use((ctx) => {
      Object.assign(ctx.state, stateOf(LOBBY));
      return apiBoundary(ctx);
    })
    .use((ctx) => ctx.state.isApi ? ctx.next() : servePublic(ctx))
    .fsRoutes();
  return app;

  async function servePublic(ctx: Context<State>): Promise<Response> {
    const answer = await serveFile(ctx);
    // Pages of any origin may import it (Fetch, section 3.2).
    if (ctx.url.pathname === CLIENT_MODULE) answer.headers.set("access-control-allow-origin", "*");
    return withoutSniffing(answer);
  }
}

/** `lib/client`, built. */
const CLIENT_MODULE = "/client.js";

const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Fresh's app behind a guard for what its router cannot take, and throws at past every middleware. */
export class ToucanApp extends App<State> {
  constructor(
    readonly store: Store,
    /** What goes on when its request has been answered. */
    readonly lasting: ReadonlySet<Promise<void>>,
    private readonly settings: Config,
    private readonly memory: MemoryWatch,
    private readonly shortcut: (target: Target) => Promise<Response> | undefined,
  ) {
    super();
  }

  /** Keeps calls where the wall clock was set; to be called every now and then. Never rejects. */
  followClock(): Promise<void> {
    return this.store.followClock();
  }

  /** Ends all that waits, and resolves once what lasts is over. */
  async close(): Promise<void> {
    this.store.close();
    await Promise.all(this.lasting);
  }

  override handler(): (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response> {
    const answer = super.handler();
    const page = createPageCache(answer, this.memory);
    const refuse = async (req: Request, error: unknown) => {
      await req.body?.cancel();
      return withCors(problemResponse(toRefusal(error)));
    };
    // A method that the router does not know is refused as one that it knows and nothing here takes.
    const refuseMethod = async (req: Request, info?: Deno.ServeHandlerInfo) => {
      await req.body?.cancel();
      return await answer(new Request(req.url, { method: "PATCH", headers: req.headers }), info);
    };
    // Not an async function: that would be one more that awaits.
    return (req, info) => {
      let url: URL;
      try {
        url = readUrl(req, this.settings.limits.urlChars);
      } catch (error) {
        return refuse(req, error);
      }
      if (!METHODS.includes(req.method)) return refuseMethod(req, info);
      return this.shortcut({ req, url, info }) ?? page(req, url)?.catch((error) => refuse(req, error)) ??
        answer(req, info);
    };
  }
}
