/** What the load tests run as a process: toucan's server, which also tells at `/memory` what it takes. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { serve } from "@/lib/server/process.ts";

if (import.meta.main) {
  const { app, config, kv } = await import("@/main.ts");
  const { default: build } = await import(new URL("../../_fresh/server.js", import.meta.url).href);
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const measure = () => {
    collect();
    const { rss, heapUsed, external } = Deno.memoryUsage();
    return Response.json({ pid: Deno.pid, rss, heapUsed, external, waiting: app.store.waiting });
  };
  serve({
    app,
    config,
    kv,
    fetch: (req, info) => req.url.endsWith("/memory") ? measure() : build.fetch(req, info),
  });
}
