import { LOBBY, parseRoomName, Refusal, type RoomName } from "../../protocol/mod.ts";
import type { ApiContext, ApiState } from "../define.ts";
import type { ReportFault } from "../fault_report.ts";
import { parseAddress, preferType } from "./request.ts";
import { notAllowed, preflight, problemResponse, toRefusal, withCors, withoutBody } from "./response.ts";

/** Responds to a request for a resource. An error that it throws becomes a problem. */
export type Handler = (ctx: ApiContext) => Response | Promise<Response>;

/** A resource's handlers by method. GET's handles HEAD. */
export type Handlers = Readonly<Record<string, Handler>>;

/** The resources by name: those at the root, which belong to the lobby, and those below a room. */
export type Resources = Readonly<Record<"root" | "room", ReadonlyMap<string, Handlers>>>;

/** A request whose room isn't known yet. */
export type Target = Omit<ApiContext, "state">;

/** Loads the resources from the files in `routes/`, as Fresh does; there is no other table of them. */
export async function loadResources(routes: URL): Promise<Resources> {
  const [root, room] = await Promise.all([
    loadFolder(new URL("(api)/", routes), new URL("(pages)/index.tsx", routes)),
    loadFolder(new URL("(api)/rooms/[room]/", routes), new URL("(pages)/rooms/[room].tsx", routes)),
  ]);
  return { root, room };
}

/**
 * Creates the function that responds to requests for resources before Fresh's router, which is slower than the handlers.
 * It returns `undefined` for pages and files.
 */
export function createRouter(
  resources: Resources,
  stateOf: (room: RoomName) => ApiState,
  report: ReportFault,
): (target: Target) => Promise<Response> | undefined {
  return (target) => {
    const { room, name } = parseAddress(target.url.pathname);
    const known = resources[room === undefined ? "root" : "room"];
    const handlers = known.get(name);
    if (handlers === undefined && (room === undefined || wantsPage(target.req))) return undefined;
    if (name === "" && isRead(target.req)) return undefined;
    return respond(handlers, room, target);
  };

  async function respond(handlers: Handlers | undefined, room: string | undefined, target: Target): Promise<Response> {
    const { req } = target;
    const isHead = req.method === "HEAD";
    try {
      const state = stateOf(room === undefined ? LOBBY : parseRoomName(room));
      if (handlers === undefined) throw unknownResource(resources.room);
      const handle = handlerOf(handlers, isHead ? "GET" : req.method);
      const response = withCors(await handle({ ...target, state }));
      return isHead ? await withoutBody(response) : response;
    } catch (error) {
      const response = withCors(problemResponse(toRefusal(error, report)));
      return isHead ? await withoutBody(response) : response;
    } finally {
      // Deno closes the connection if a request's body is neither read nor cancelled.
      if (req.method !== "GET" && !req.bodyUsed) await req.body?.cancel();
    }
  }
}

export function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

/** Whether a request comes from a person who wants a page, rather than from a program. */
export function wantsPage(req: Request): boolean {
  return isRead(req) && preferType(req, "application/problem+json", "text/html") === "text/html";
}

/** Returns the methods for `Allow`, given those that have handlers. */
export function allowedMethods(methods: readonly string[]): string[] {
  return methods.flatMap((method) => method === "GET" ? ["GET", "HEAD"] : [method]).concat("OPTIONS");
}

/** @throws {Refusal} `method-not-allowed` */
function handlerOf(handlers: Handlers, method: string): Handler {
  if (Object.hasOwn(handlers, method)) return handlers[method]!;
  const allowed = allowedMethods(Object.keys(handlers));
  if (method === "OPTIONS") return () => preflight(allowed);
  throw notAllowed(allowed);
}

function unknownResource(known: ReadonlyMap<string, Handlers>): Refusal {
  const limit = [...known.keys()].filter((name) => name !== "");
  return new Refusal("not-found", `Cannot find this resource: a room has ${limit.join(", ")}`, { limit });
}

/** Loads the handlers of each file in a folder, by its name, and those of the page at the folder's own path. */
async function loadFolder(folder: URL, page: URL): Promise<ReadonlyMap<string, Handlers>> {
  const files = (await Array.fromAsync(Deno.readDir(folder))).filter(({ isFile }) => isFile);
  const names = files.map(({ name }) => name.replace(/\.ts$/, "")).sort();
  const urls: [string, URL][] = [
    ["", page],
    ...names.map((name): [string, URL] => [name, new URL(`${name}.ts`, folder)]),
  ];
  const modules = await Promise.all(urls.map(async ([name, url]) => [name, (await import(url.href)).handler] as const));
  return new Map(modules);
}
