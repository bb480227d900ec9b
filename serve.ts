import { serve } from "./lib/server/process.ts";
import { app, config, kv } from "./main.ts";

const build = new URL("_fresh/server.js", import.meta.url);
const { default: { fetch } } = await import(build.href);
serve({ app, config, kv, fetch });
