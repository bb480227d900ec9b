import { EMPTY_BUILD, getBuild } from "./build.ts";
import { type FreshConfig, resolveConfig, type ResolvedFreshConfig } from "./config.ts";
import { Context } from "./context.ts";
import { answerError, HttpError } from "./error.ts";
import { addRouteFile } from "./fs_routes.ts";
import { chain, Layer } from "./layers.ts";
import { type ListenOptions, serve } from "./listen.ts";
import { answer, createRoute } from "./route.ts";
import { type Match, type Method, METHODS, Router } from "./router.ts";
import type { Middleware } from "./types.ts";

export type { ListenOptions };

/** What `App`'s methods add to, once per `handler()`. */
export interface Table<State> {
  router: Router<Middleware<State>>;
  root: Layer<State>;
}

type Handler = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 1234 },
  completed: Promise.resolve(),
};

/** Middlewares and routes, applied from top to bottom: a route has the middlewares that come before it. */
export class App<State> {
  config: ResolvedFreshConfig;
  #steps: ((table: Table<State>) => void)[] = [];

  constructor(config: FreshConfig = {}) {
    this.config = resolveConfig(config);
  }

  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(...args: (string | Middleware<State>)[]): this {
    const path = typeof args[0] === "string" ? args[0] : "*";
    const middlewares = args.filter((arg) => typeof arg === "function");
    return this.#add(({ root }) => {
      root.at(path, { above: false }).middlewares.push(...middlewares);
    });
  }

  notFound(middleware: Middleware<State>): this {
    return this.#add(({ root }) => {
      root.notFound = (ctx) => answer(ctx, createRoute(middleware));
    });
  }

  onError(path: string, middleware: Middleware<State>): this {
    return this.#add(({ root }) => {
      root.at(path, { above: false }).errorPage = createRoute(middleware);
    });
  }

  get(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(["GET"], path, middlewares);
  }

  post(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(["POST"], path, middlewares);
  }

  patch(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(["PATCH"], path, middlewares);
  }

  put(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(["PUT"], path, middlewares);
  }

  delete(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(["DELETE"], path, middlewares);
  }

  head(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(["HEAD"], path, middlewares);
  }

  all(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#route(METHODS, path, middlewares);
  }

  /** Inserts the files of `routes/` here; there are none until a build is applied. */
  fsRoutes(): this {
    return this.#add((table) => {
      for (const file of getBuild(this)?.routes ?? []) {
        addRouteFile(table, file);
      }
    });
  }

  /** Throws for a path with a malformed escape in a parameter, past all middlewares. */
  handler(): Handler {
    const build = getBuild(this) ?? EMPTY_BUILD;
    const table: Table<State> = { router: new Router(), root: new Layer(null) };
    for (const step of this.#steps) step(table);
    const fallback = chain(table.root.steps());

    return async (req, info = NO_INFO) => {
      const url = this.#urlOf(req);
      const method = req.method.toUpperCase() as Method;
      const match = table.router.match(method, url);
      const { pattern: route, params } = match;
      const next = () => answerUnmatched(method, match);
      const { config } = this;
      const ctx = new Context<State>(
        { req, url, info, route, params, config, build, next },
      );
      try {
        // As in Fresh: a path it knows, asked in a method it doesn't, is a fault of its own.
        if (route !== null && !METHODS.includes(method)) throw new TypeError(`Cannot handle ${method}`);
        const response = await (match.item ?? fallback)(ctx);
        if (!(response instanceof Response)) {
          throw new Error(`Cannot answer with anything but a Response`);
        }
        return method === "HEAD" ? new Response(null, response) : response;
      } catch (error) {
        ctx.error = error;
        return answerError(error);
      }
    };
  }

  async listen(options: ListenOptions = {}): Promise<void> {
    await serve(this.handler(), options);
  }

  #add(step: (table: Table<State>) => void): this {
    this.#steps.push(step);
    return this;
  }

  #route(
    methods: readonly Method[],
    path: string,
    middlewares: Middleware<State>[],
  ): this {
    return this.#add(({ router, root }) => {
      const steps = root.at(path, { above: false }).steps();
      router.add(methods, path, chain([...steps, ...middlewares]));
    });
  }

  #urlOf(req: Request): URL {
    const url = new URL(req.url);
    // So that no path can be taken for another host's.
    url.pathname = url.pathname.replaceAll(/\/+/g, "/");
    if (this.config.trustProxy) {
      const protocol = req.headers.get("x-forwarded-proto");
      if (protocol) url.protocol = `${protocol}:`;
      const host = req.headers.get("x-forwarded-host");
      if (host) url.host = host;
    }
    return url;
  }
}

function answerUnmatched<T>(
  method: Method,
  { pattern, item, allowed }: Match<T>,
): Promise<Response> {
  if (pattern === null || item !== null) throw new HttpError(404);
  if (method !== "OPTIONS") throw new HttpError(405);
  const headers = { Allow: allowed.join(", ") };
  return Promise.resolve(new Response(null, { status: 204, headers }));
}
