import { type Context, internals } from "./context.ts";
import { renderComponent } from "./document.ts";
import { HttpError } from "./error.ts";
import { type Method, METHODS } from "./router.ts";
import type { HandlerFn, PageResponse, Route, RouteComponent, RouteConfig, RouteHandler } from "./types.ts";

/** A page without a handler answers every method; one whose handler lacks GET still answers that. */
export function createRoute<State>(
  handler: RouteHandler<unknown, State> | undefined,
  component?: RouteComponent<State>,
  config?: RouteConfig,
): Route<State> {
  if (handler === undefined) {
    return { handler: component ? renderOnly : notFound, component, config };
  }
  if (component !== undefined && typeof handler === "object") {
    handler = { GET: renderOnly, ...handler };
  }
  return { handler, component, config };
}

/** The methods under which a route is registered, whatever it then makes of them. */
export function methodsOf<State>(route: Route<State>): readonly Method[] {
  return typeof route.handler === "function" ? METHODS : Object.keys(route.handler) as Method[];
}

export async function answer<State>(
  ctx: Context<State>,
  route: Route<State>,
  status = 200,
): Promise<Response> {
  if (route.config?.skipAppWrapper) ctx[internals].app = null;
  if (route.config?.skipInheritedLayouts) ctx[internals].layouts = [];

  const handle = pickHandler(route.handler, ctx.req.method);
  if (handle === undefined) return await ctx.next();
  const result = await handle(ctx);
  if (result instanceof Response) return result;

  let vnode = null;
  if (route.component !== undefined) {
    const { component } = route;
    vnode = await renderComponent(ctx, component, result.data, () => null);
    if (vnode instanceof Response) return vnode;
  }
  const headers = new Headers(result.headers);
  return await ctx.render(vnode, { headers, status: result.status ?? status });
}

function pickHandler<State>(
  handler: RouteHandler<unknown, State>,
  method: string,
): HandlerFn<unknown, State> | undefined {
  if (typeof handler === "function") return handler;
  const own = handler[method.toUpperCase() as Method];
  return own ?? (method === "HEAD" ? handler.GET : undefined);
}

function renderOnly(): PageResponse<unknown> {
  return { data: {} };
}

function notFound(): never {
  throw new HttpError(404);
}
