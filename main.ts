import { createApp } from "./lib/server/app.ts";
import { loadConfigOrExit, openKvOrExit, reportFault } from "./lib/server/process.ts";

export const config = loadConfigOrExit(Deno.env.toObject());
export const kv = await openKvOrExit(config.kvPath);
export const app = createApp({ config, kv, report: reportFault });
