import { App, type Context, HttpError, staticFiles } from "fresh";
import { LOBBY, parseRoomName, Refusal, type RoomName } from "../protocol/mod.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { ApiState, State } from "./define.ts";
import type { ReportFault } from "./fault_report.ts";
import { parseAddress, readUrl } from "./http/request.ts";
import {
  createUnsent,
  MAX_UNSENT,
  notAllowed,
  preflight,
  problemResponse,
  toRefusal,
  withCors,
  withoutBody,
  withoutSniffing,
} from "./http/response.ts";
import { allowedMethods, createRouter, isRead, type Resources, wantsPage } from "./http/router.ts";
import { createMemoryWatch } from "./memory_watch.ts";
import type { CompressedFiles } from "./pages/compressed_files.ts";
import { createFileCache } from "./pages/file_cache.ts";
import { createPageCache } from "./pages/page_cache.ts";
import type { Database } from "./store/database.ts";
import type { Space } from "./store/space.ts";
import { createStore, type Store } from "./store/store.ts";

/** What an app needs from outside. */
export interface AppDeps extends Omit<Space, "maxBytes"> {
  config: Config;
  resources: Resources;
  /** The caller opens and closes it. */
  kv: Deno.Kv;
  clock?: Clock;
  /** Another than one with the usual deadlines. */
  database?: Database;
  /** Without them files are served as they are. */
  files?: CompressedFiles;
  report?: ReportFault;
}

/** Responds to a request. */
type Respond = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/** Makes the whole server; `app.handler()` responds to requests, `app.close()` ends everything that waits. */
export function createApp(
  { config, resources, kv, clock = systemClock, report = () => {}, database, files = new Map(), usedBytes = 0, disk }:
    AppDeps,
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
  const lasting = new Set<Promise<void>>();
  // Memory fills up in real time, whatever the clock says.
  const memory = createMemoryWatch({ limit: memoryBytes, clock: systemClock });
  const shared = { store, config, clock, report, memory, unsent: createUnsent(MAX_UNSENT), lasting };
  const stateOf = (room: RoomName): ApiState => ({ ...shared, room });
  const respond = createRouter(resources, stateOf, report);

  const app = new ToucanApp(store, lasting, (fresh) => {
    const page = createPageCache(fresh, memory);
    const file = createFileCache(files, fresh, memory);
    // Not an async function: each that awaits keeps half a KiB as long as a request waits.
    return (req, info) => {
      try {
        const url = readUrl(req, limits.urlChars);
        return respond({ req, url, info }) ??
          (page(req, url) ?? file(req, url))?.catch((error) => refuse(req, toRefusal(error, report))) ??
          (FRESH_METHODS.includes(req.method) ? fresh(req, info) : refuse(req, notAllowed(READ_ONLY)));
      } catch (error) {
        return refuse(req, toRefusal(error, report));
      }
    };
  });
  app
    .use((ctx) => respondToReader(ctx, stateOf))
    .use(servePublic)
    .fsRoutes();
  return app;
}

/** What pages and files take. */
const READ_ONLY = allowedMethods(["GET"]);

/** The methods that Fresh's router knows; it throws at others past every middleware. */
const FRESH_METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Fresh's app with a guard before it, and what else has to end with it. */
export class ToucanApp extends App<State> {
  constructor(
    readonly store: Store,
    readonly lasting: ReadonlySet<Promise<void>>,
    private readonly guard: (fresh: Respond) => Respond,
  ) {
    super();
  }

  override handler(): Respond {
    return this.guard(super.handler());
  }

  /** Keeps calls where the wall clock was set; to be called every now and then. Never rejects. */
  followClock(): Promise<void> {
    return this.store.followClock();
  }

  /** Ends everything that waits, and resolves once what outlives its request is over. */
  async close(): Promise<void> {
    this.store.close();
    await Promise.all(this.lasting);
  }
}

async function refuse(req: Request, refusal: Refusal): Promise<Response> {
  await req.body?.cancel();
  const response = withCors(problemResponse(refusal));
  return req.method === "HEAD" ? await withoutBody(response) : response;
}

/**
 * The outermost middleware, around pages and files: errors are pages to people and problems to programs. It isn't in a
 * group's `_middleware`, since Fresh's own 404 doesn't pass those.
 */
async function respondToReader(ctx: Context<State>, stateOf: (room: RoomName) => ApiState): Promise<Response> {
  Object.assign(ctx.state, stateOf(LOBBY));
  try {
    const { room } = parseAddress(ctx.url.pathname);
    if (room !== undefined) ctx.state.room = parseRoomName(room);
    if (isRead(ctx.req) || ctx.route === null) return await ctx.next();
    if (ctx.req.method !== "OPTIONS") throw notAllowed(READ_ONLY);
    return withCors(preflight(READ_ONLY));
  } catch (error) {
    const refusal = toRefusal(error, ctx.state.report);
    if (!wantsPage(ctx.req)) return await refuse(ctx.req, refusal);
    throw error instanceof Refusal ? new HttpError(error.status, error.detail, { cause: error }) : error;
  }
}

const serveFile = staticFiles<State>();

async function servePublic(ctx: Context<State>): Promise<Response> {
  const response = await serveFile(ctx);
  // Pages of any origin may import it (Fetch, section 3.2).
  if (ctx.url.pathname === CLIENT_MODULE) response.headers.set("access-control-allow-origin", "*");
  return withoutSniffing(response);
}

/** `lib/client`, built. */
const CLIENT_MODULE = "/client.js";
