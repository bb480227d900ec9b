import { createApp } from "./lib/server/app.ts";
import { loadResources } from "./lib/server/http/router.ts";
import { loadConfigOrExit, openKvOrExit, reportFault } from "./lib/server/process.ts";

export const config = loadConfigOrExit(Deno.env.toObject());
const opened = await openKvOrExit(config.kvPath);
export const { kv } = opened;
const resources = await loadResources(new URL("routes/", import.meta.url));
export const app = createApp({ config, resources, ...opened, report: reportFault });
