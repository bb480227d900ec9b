import type { ComponentType } from "preact";
import type { RouteFile } from "./files.ts";

export interface Island {
  exportName: string;
  /** The URL path of the module the browser loads it from. */
  chunk: string;
}

export interface StaticFile {
  /** Null where the file may change while the server runs. */
  hash: string | null;
  contentType: string;
  size: number;
  open(): Promise<BodyInit>;
}

/** What a build found in the project and made of it. */
export interface Build {
  root: string;
  islands: Map<ComponentType, Island>;
  /** The URL path of the script that hydrates islands. */
  runtime: string;
  /** Pages come with the runtime even where they have no island, to be reloaded. */
  reloads: boolean;
  routes: RouteFile[];
  find(pathname: string): Promise<StaticFile | null>;
}

export const EMPTY_BUILD: Build = {
  root: ".",
  islands: new Map(),
  runtime: "",
  reloads: false,
  routes: [],
  find: () => Promise.resolve(null),
};

const builds = new WeakMap<object, Build>();

export function setBuild(app: object, build: Build): void {
  builds.set(app, build);
}

export function getBuild(app: object): Build | undefined {
  return builds.get(app);
}
