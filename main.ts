import { createApp } from "./lib/server/app.ts";
import { loadResources } from "./lib/server/http/router.ts";
import { loadCompressedFiles } from "./lib/server/pages/compressed_files.ts";
import { loadConfigOrExit, openKvOrExit, reportFault } from "./lib/server/process.ts";

export const config = loadConfigOrExit(Deno.env.toObject());
const opened = await openKvOrExit(config.kvPath);
export const { kv } = opened;
const resources = await loadResources(new URL("routes/", import.meta.url));
const files = await loadCompressedFiles(new URL("_fresh/compressed/", import.meta.url));
export const app = createApp({ config, resources, ...opened, files, report: reportFault });
