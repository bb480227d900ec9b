import type { Table } from "./app.ts";
import { kindOf, type RouteFile, toPattern } from "./files.ts";
import { chain } from "./layers.ts";
import { answer, createRoute } from "./route.ts";
import { METHODS } from "./router.ts";
import type { Middleware, Route, RouteComponent, RouteConfig, RouteHandler } from "./types.ts";

interface RouteModule<State> {
  default?: unknown;
  config?: RouteConfig;
  handler?: RouteHandler<unknown, State> | Middleware<State>[];
  handlers?: RouteHandler<unknown, State> | Middleware<State>[];
}

/** Puts one file of `routes/` in its place. */
export function addRouteFile<State>(
  { router, root }: Table<State>,
  file: RouteFile,
): void {
  const kind = kindOf(file.id);
  if (kind === "route") {
    const path = toPattern(file.id, { keepGroups: true });
    const steps = root.at(path, { above: true }).steps();
    const item = chain([...steps, lazily<State>(file)]);
    // A file is loaded when it is first asked for, so its methods are not known here.
    router.add(METHODS, toPattern(file.id, { keepGroups: false }), item);
    return;
  }

  const mod = check<State>(file, file.mod);
  const folder = file.id.slice(0, file.id.lastIndexOf("/"));
  const path = toPattern(folder, { keepGroups: true });
  const layer = root.at(path, { above: false });
  const component = mod.default as RouteComponent<State> | undefined;
  switch (kind) {
    case "app":
      root.app = component ?? root.app;
      break;
    case "layout":
      if (component) layer.layout = { component, config: mod.config ?? {} };
      break;
    case "middleware":
      layer.middlewares.push(...middlewaresOf(mod));
      break;
    case "error":
      layer.errorPage = toRoute(mod);
      break;
    case "notFound": {
      const route = toRoute(mod);
      root.notFound = (ctx) => answer(ctx, route);
      break;
    }
    default:
      kind satisfies never;
  }
}

function lazily<State>(file: RouteFile): Middleware<State> {
  let route: Route<State> | undefined;
  return async (ctx) => {
    route ??= toRoute(check<State>(file, await file.load()));
    return await answer(ctx, route);
  };
}

function toRoute<State>(mod: RouteModule<State>): Route<State> {
  return createRoute(
    (mod.handlers ?? mod.handler) as RouteHandler<unknown, State> | undefined,
    mod.default as RouteComponent<State> | undefined,
    mod.config,
  );
}

function middlewaresOf<State>(mod: RouteModule<State>): Middleware<State>[] {
  return [mod.handlers ?? mod.handler ?? mod.default]
    .flat()
    .filter((item) => typeof item === "function") as Middleware<State>[];
}

function check<State>(file: RouteFile, mod: unknown): RouteModule<State> {
  const parts = mod as RouteModule<State>;
  const { default: main, config, handler, handlers } = parts;
  if (
    typeof main !== "function" && !Array.isArray(main) && !config && !handler &&
    !handlers
  ) {
    throw new Error(`Could not find relevant exports in: ${file.filePath}`);
  }
  return parts;
}
