import { h, type VNode } from "preact";
import { asset } from "./asset.ts";
import type { RenderPass } from "./render_pass.ts";
import { Scripts } from "./scripts.ts";

type Props = Record<string, unknown>;

/** What Fresh adds to elements as it renders them. */
export function prepareElement(vnode: VNode, pass: RenderPass): void {
  const props = vnode.props as Props;
  switch (vnode.type) {
    case "html":
    case "head":
      pass.seen.add(vnode.type);
      break;
    case "body":
      pass.seen.add(vnode.type);
      vnode.props = { ...props, children: [vnode.props.children, h(Scripts, null)] };
      break;
    case "script":
    case "style":
      props.nonce ||= pass.nonce;
      break;
    case "a":
      markCurrent(props, pass.url);
      break;
    case "img":
    case "source":
      lockToBuild(props);
      break;
  }
}

/** Links to this page, or to one above it, say so to styles and screen readers. */
function markCurrent(props: Props, url: URL): void {
  const { href } = props;
  if (typeof href !== "string" || !href.startsWith("/")) return;
  if (props["aria-current"] !== undefined) return;
  const target = new URL(href, "http://localhost");
  const here = withoutTrailingSlash(url.pathname);
  const there = withoutTrailingSlash(target.pathname);
  if (here === there && (!target.search || target.search === url.search)) {
    props["data-current"] = "true";
    props["aria-current"] = "page";
  } else if (
    here === there || there === "/" || here.startsWith(`${there}/`)
  ) {
    props["data-ancestor"] = "true";
    props["aria-current"] = "true";
  }
}

function withoutTrailingSlash(pathname: string): string {
  return pathname === "/" ? pathname : pathname.replace(/\/$/, "");
}

function lockToBuild(props: Props): void {
  if (typeof props.src === "string" && !props["data-fresh-disable-lock"]) props.src = asset(props.src);
}
