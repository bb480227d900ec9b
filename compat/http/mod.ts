/** The part of `@std/http` this project uses, for where JSR can't be reached. */
export * from "./etag.ts";
export * from "./negotiation.ts";
export * from "./status.ts";
