import { LOBBY, parseRoomName, Refusal, type Resource, RESOURCES } from "../../protocol/mod.ts";

/** Where a path points to in the API. */
export interface Address {
  /** As the path has it, and not yet known to be a room's name. */
  readonly room: string;
  /** The methods that the resource takes, HEAD and OPTIONS among them. */
  readonly methods: readonly string[];
  /** Whether people read it as a page: then the API is only what is not GET. */
  readonly isPage: boolean;
}

const ALLOWED = Object.fromEntries(Object.entries(RESOURCES).map(([name, methods]) => [name, expandMethods(methods)]));

/** What tells about the server itself. */
const HEALTH = ["healthz", "readyz"];

/** What a resource that people or machines only read takes. */
export const READ_ONLY = expandMethods(["GET"]);

/**
 * What the API has at a path, or `undefined` where it has nothing.
 *
 * @throws {Refusal} `not-found` for an unknown resource of a room, or `invalid-room` where that is none either
 */
export function parseAddress(pathname: string): Address | undefined {
  // The framework's router takes a path with a slash at its end for the same.
  const parts = pathname.replace(/(?<=.)\/$/, "").split("/").slice(1);
  if (parts[0] === "rooms" && parts.length > 1) {
    const room = decodeURIComponent(parts[1]!);
    const address = addressOf(room, parts.slice(2).join("/"));
    if (address !== undefined) return address;
    parseRoomName(room);
    return refuseUnknown();
  }
  const name = parts.join("/");
  return HEALTH.includes(name) ? { room: LOBBY, methods: READ_ONLY, isPage: false } : addressOf(LOBBY, name);
}

function addressOf(room: string, name: string): Address | undefined {
  return isResource(name) ? { room, methods: ALLOWED[name]!, isPage: name === "" } : undefined;
}

function isResource(name: string): name is Resource {
  return Object.hasOwn(RESOURCES, name);
}

function refuseUnknown(): never {
  const limit = Object.keys(RESOURCES).filter((name) => name !== "");
  throw new Refusal("not-found", `Cannot find this resource: a room has ${limit.join(", ")}`, { limit });
}

function expandMethods(methods: readonly string[]): string[] {
  return methods.flatMap((method) => method === "GET" ? ["GET", "HEAD"] : [method]).concat("OPTIONS");
}
