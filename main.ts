import { createApp } from "./lib/server/app.ts";
import { loadConfigOrExit, openKvOrExit, reportFault } from "./lib/server/process.ts";

export const config = loadConfigOrExit(Deno.env.toObject());
const opened = await openKvOrExit(config.kvPath);
export const { kv } = opened;
export const app = createApp({ config, ...opened, report: reportFault });
