import { Builder } from "fresh/dev";
import { app } from "./app/main.ts";

export const ROOT = `${import.meta.dirname}/app`;

/** The fixture's handler, built in memory. */
export async function buildFixture(): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const apply = await new Builder({ root: ROOT }).build({ snapshot: "memory" });
  apply(app);
  const handler = app.handler();
  return (path, init) => handler(new Request(`http://localhost${path}`, init));
}
