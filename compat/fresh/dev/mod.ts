/** Builds a project, or serves it while it is worked on. */
export { Builder, type BuildOptions } from "./builder.ts";
