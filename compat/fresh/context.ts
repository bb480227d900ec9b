import type { FunctionComponent, VNode } from "preact";
import { isValidElement } from "preact";
import type { Build } from "./build.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import { renderDocument } from "./document.ts";
import type { LayoutConfig, RouteComponent } from "./types.ts";

/** What a page will be wrapped in, as far as the layers passed so far say. */
export interface Wrapping<State> {
  app: RouteComponent<State> | null;
  layouts: RouteComponent<State>[];
}

/** Set by the framework, read by the framework. */
export const internals: unique symbol = Symbol("internals");

export type FreshContext<State = unknown> = Context<State>;

interface ContextInit {
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  route: string | null;
  params: Record<string, string>;
  config: ResolvedFreshConfig;
  build: Build;
  next: () => Promise<Response>;
}

/** What every middleware, handler and page of one request is given. */
export class Context<State> {
  readonly config: ResolvedFreshConfig;
  readonly url: URL;
  req: Request;
  readonly route: string | null;
  readonly params: Record<string, string>;
  readonly state: State = {} as State;
  data: unknown = undefined;
  error: unknown | null = null;
  readonly info: Deno.ServeHandlerInfo;
  /** Always false here: partials are not part of this stand-in. */
  readonly isPartial: boolean = false;
  next: () => Promise<Response>;
  Component!: FunctionComponent;
  [internals]: Wrapping<State> & { build: Build };

  constructor(init: ContextInit) {
    this.config = init.config;
    this.url = init.url;
    this.req = init.req;
    this.route = init.route;
    this.params = init.params;
    this.info = init.info;
    this.next = init.next;
    this[internals] = { app: null, layouts: [], build: init.build };
  }

  /** Never leaves the site for a path: `//host/` becomes `/host/`. */
  redirect(pathOrUrl: string, status = 302): Response {
    const [path = "", ...rest] = pathOrUrl.split(/(?=[?#])/);
    const location = path.startsWith("/") ? path.replaceAll(/\/+/g, "/") + rest.join("") : pathOrUrl;
    return new Response(null, { status, headers: { location } });
  }

  render(
    vnode: VNode | null,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    if (vnode !== null && !isValidElement(vnode)) {
      throw new Error("Non-JSX element passed to: ctx.render()");
    }
    return renderDocument(this, vnode, init, config);
  }

  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}
