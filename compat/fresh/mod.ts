/** The part of Fresh 2.3 this project uses, for where JSR can't be reached. */
export { App, type ListenOptions } from "./app.ts";
export type { FreshConfig, ResolvedFreshConfig } from "./config.ts";
export type { Context, FreshContext } from "./context.ts";
export { csp, type CSPOptions } from "./csp.ts";
export { createDefine, type Define } from "./define.ts";
export { HttpError } from "./error.ts";
export type { Method } from "./router.ts";
export { staticFiles } from "./static_files.ts";
export {
  type HandlerByMethod,
  type HandlerFn,
  type LayoutConfig,
  type Middleware,
  page,
  type PageProps,
  type PageResponse,
  type RouteConfig,
  type RouteHandler,
} from "./types.ts";
