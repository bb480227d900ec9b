/** The part of `@std/assert` this project uses, for where JSR can't be reached. */
export * from "./compare.ts";
export * from "./contents.ts";
export * from "./equality.ts";
export * from "./errors.ts";
export * from "./truth.ts";
