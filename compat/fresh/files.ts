/** What a file in `routes/` is, told from its name. */
export type RouteFileKind =
  | "app"
  | "layout"
  | "middleware"
  | "error"
  | "notFound"
  | "route";

export interface RouteFile {
  /** Its path below `routes/`, without the extension: `/rooms/[room]/offer`. */
  id: string;
  filePath: string;
  load: () => Promise<unknown>;
  /** Already loaded, for all kinds but routes. */
  mod?: unknown;
}

export function kindOf(id: string): RouteFileKind {
  switch (id.slice(id.lastIndexOf("/") + 1)) {
    case "_app":
      return "app";
    case "_layout":
      return "layout";
    case "_middleware":
      return "middleware";
    case "_error":
    case "_500":
      return "error";
    case "_404":
      return "notFound";
    default:
      return "route";
  }
}

/** `/(group)/[room]/index` is `/:room` to requests, and `/(group)/:room/` to the layers. */
export function toPattern(id: string, { keepGroups }: { keepGroups: boolean }) {
  const segments = id.split("/").filter(Boolean);
  const isIndex = segments.at(-1) === "index";
  if (isIndex) segments.pop();
  const path = segments
    .filter((segment) => keepGroups || !isGroup(segment))
    .map((segment) => `/${toPatternSegment(segment, id)}`)
    .join("");
  return keepGroups && isIndex ? `${path}/` : path || "/";
}

/** Special files first, then by segment: plain names, then `[name]`, then `[...rest]`. */
export function compareIds(a: string, b: string): number {
  if (kindOf(a) === "app") return -1;
  if (kindOf(b) === "app") return 1;
  const left = a.split("/").slice(1);
  const right = b.split("/").slice(1);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareSegments(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return right.length - left.length;
}

function toPatternSegment(segment: string, id: string): string {
  if (/\[\[|\]\[/.test(segment)) {
    throw new SyntaxError(`Invalid route pattern: "${id}"`);
  }
  return segment
    .replace(/^\[\.\.\.(.+)\]$/, ":$1*")
    .replaceAll(/\[(.+?)\]/g, ":$1");
}

function isGroup(segment: string): boolean {
  return segment.startsWith("(") && segment.endsWith(")");
}

function compareSegments(a: string, b: string): number {
  if (a === b) return 0;
  if (a.startsWith("(") && !b.startsWith("(")) return b.startsWith("[") ? -1 : 1;
  if (b.startsWith("(") && !a.startsWith("(")) return a.startsWith("[") ? 1 : -1;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(segment: string): number {
  if (segment.startsWith("_m")) return 0;
  if (segment.startsWith("_e")) return 2;
  if (segment.startsWith("_")) return 1;
  if (segment === "index") return 3;
  if (segment.startsWith("[...")) return 6;
  return segment.startsWith("[") ? 5 : 4;
}
