import { resolve } from "node:path";
import type { App, ListenOptions } from "../app.ts";
import { type Build, setBuild } from "../build.ts";
import { serve } from "../listen.ts";
import { bundle } from "./bundle.ts";
import { crawl } from "./crawl.ts";
import { writeBuild } from "./disk.ts";
import { loadBuild } from "./memory.ts";
import { joinTransforms, type OnTransformOptions, type TransformFn } from "./transform.ts";

export interface BuildOptions {
  target?: string | string[];
  /** What the other paths are relative to; the current directory by default. */
  root?: string;
  outDir?: string;
  staticDir?: string;
  islandDir?: string;
  routeDir?: string;
  /** The module that exports `app`. */
  serverEntry?: string;
}

export interface Paths {
  root: string;
  outDir: string;
  staticDir: string;
  islandDir: string;
  routeDir: string;
  serverEntry: string;
}

type Mode = "development" | "production";

// The state is the app's affair: whoever names none may give it any app.
// deno-lint-ignore no-explicit-any
export class Builder<State = any> {
  #paths: Paths;
  #target: string[];
  #transforms: [OnTransformOptions, TransformFn][] = [];

  constructor(options: BuildOptions = {}) {
    const root = resolve(options.root ?? ".");
    this.#paths = {
      root,
      outDir: resolve(root, options.outDir ?? "_fresh"),
      staticDir: resolve(root, options.staticDir ?? "static"),
      islandDir: resolve(root, options.islandDir ?? "islands"),
      routeDir: resolve(root, options.routeDir ?? "routes"),
      serverEntry: resolve(root, options.serverEntry ?? "main.ts"),
    };
    this.#target = [options.target ?? ["chrome99", "firefox99", "safari15"]]
      .flat();
  }

  /** Has a function change files of `static/` whose paths match a filter. */
  onTransformStaticFile(options: OnTransformOptions, callback: TransformFn): void {
    this.#transforms.push([options, callback]);
  }

  /** Serves the app from its sources; pages reload once the process has been restarted. */
  async listen(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    const imported = await importApp();
    const app = "app" in imported ? imported.app : imported;
    app.config.mode = "development";
    setBuild(app, await this.#inMemory("development"));
    const handler = app.handler();
    const revision = String(Date.now());
    await serve(async (req, info) => {
      const isAlive = new URL(req.url).pathname === "/_frsh/alive";
      return isAlive ? tellRevision(req, revision) : await handler(req, info);
    }, options);
  }

  /** Returns what gives the build to an app; one on disk is for `_fresh/server.js`. */
  async build(
    options: { mode?: Mode; snapshot?: "disk" | "memory" } = {},
  ): Promise<(app: App<State>) => void> {
    const mode = options.mode ?? "production";
    if (options.snapshot === "memory") {
      const build = await this.#inMemory(mode);
      return (app) => {
        app.config.root = build.root;
        setBuild(app, build);
      };
    }
    const { islands, routes } = await crawl(this.#paths);
    const scripts = await this.#bundle(islands, mode);
    await writeBuild(this.#paths, scripts, routes, this.#transformIn("production"));
    // deno-lint-ignore no-console -- What one waits for after `deno task build`.
    console.log(`Assets written to: ${this.#paths.outDir}`);
    return () => {};
  }

  async #inMemory(mode: Mode): Promise<Build> {
    const { islands, routes } = await crawl(this.#paths);
    const scripts = await this.#bundle(islands, mode);
    // Transforms as while developing, whatever the mode: as in the original.
    return await loadBuild(this.#paths, scripts, routes, mode, this.#transformIn("development"));
  }

  #transformIn(mode: Mode) {
    return joinTransforms(this.#transforms, { mode, target: this.#target, root: this.#paths.root });
  }

  #bundle(islands: string[], mode: Mode) {
    const { root } = this.#paths;
    const dev = mode === "development";
    return bundle({ root, islands, target: this.#target, dev });
  }
}

/** Lets a page know when the process was restarted: it connects again, and hears of another revision. */
function tellRevision(req: Request, revision: string): Response {
  if (req.headers.get("upgrade") !== "websocket") return new Response(null, { status: 501 });
  const { socket, response } = Deno.upgradeWebSocket(req);
  socket.onopen = () => socket.send(revision);
  return response;
}
