import { loadBuildOrExit, serve } from "./lib/server/process.ts";
import { stopWithNpx } from "./tools/npx.ts";

await stopWithNpx();
const { fetch } = await loadBuildOrExit(new URL("_fresh/server.js", import.meta.url));
const { app, config, kv } = await import("./main.ts");
serve({ app, config, kv, fetch });
