import { type AnyComponent, Fragment, type FunctionComponent, h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { type Context, internals } from "./context.ts";
import { rememberNonce } from "./csp.ts";
import "./islands.ts";
import { RenderPass, withPass } from "./render_pass.ts";
import { Scripts } from "./scripts.ts";
import type { LayoutConfig, PageProps, RouteComponent } from "./types.ts";

/** Wraps a page in its layouts and the app, and answers with the whole document. */
export async function renderDocument<State>(
  ctx: Context<State>,
  page: VNode | null,
  init: ResponseInit,
  config: LayoutConfig,
): Promise<Response> {
  const { app, layouts, build } = ctx[internals];
  let body = page;
  for (const layout of config.skipInheritedLayouts ? [] : layouts.toReversed()) {
    const child = body;
    const wrapped = await renderComponent(ctx, layout, null, () => child);
    if (wrapped instanceof Response) return wrapped;
    body = wrapped;
  }

  let inner: VNode | null = null;
  let shell: VNode | null = null;
  if (app !== null && !config.skipAppWrapper) {
    const wrapped = await renderComponent(ctx, app, null, () => inner);
    if (wrapped instanceof Response) return wrapped;
    shell = wrapped;
  }

  const pass = new RenderPass(build, ctx.url);
  const html = withPass(pass, () => {
    const content = renderToString(body ?? h(Fragment, null));
    if (shell === null) return complete(content, pass);
    inner = jsxTemplate([content]);
    return complete(renderToString(shell), pass);
  });

  const headers = new Headers(init.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const preloads = pass.modules().map((path) => `<${encodeURI(path)}>; rel="modulepreload"; as="script"`);
  if (preloads.length > 0) headers.append("Link", preloads.join(", "));
  const response = new Response(`<!DOCTYPE html>${html}`, { ...init, headers });
  rememberNonce(response, pass.nonce);
  return response;
}

/** Components made with `async` are called at once, and may answer by themselves. */
export async function renderComponent<State>(
  ctx: Context<State>,
  component: RouteComponent<State>,
  data: unknown,
  Component: FunctionComponent,
): Promise<VNode | Response | null> {
  const { config, error, info, isPartial, params, req, state, url, route } = ctx;
  const props: PageProps<unknown, State> = {
    Component,
    config,
    data,
    error,
    info,
    isPartial,
    params,
    req,
    state,
    url,
    route,
  };
  if (isAsync(component)) return await component(props);
  return h(component as AnyComponent<PageProps<unknown, State>>, props) as VNode;
}

function isAsync<State>(
  component: RouteComponent<State>,
): component is (
  props: PageProps<unknown, State>,
) => Promise<VNode | Response | null> {
  return component.constructor.name === "AsyncFunction";
}

/** Adds the parts of a document that the app did not render. */
function complete(html: string, pass: RenderPass): string {
  if (pass.seen.has("html") && pass.seen.has("body") && pass.seen.has("head")) {
    return html;
  }
  let vnode: VNode = jsxTemplate([html]);
  if (!pass.seen.has("body")) vnode = h("body", null, vnode, h(Scripts, null));
  if (!pass.seen.has("head")) {
    const head = h("head", null, h("meta", { charset: "utf-8" }));
    vnode = h(Fragment, null, head, vnode);
  }
  if (!pass.seen.has("html")) vnode = h("html", null, vnode);
  return renderToString(vnode);
}
