/** What is measured as a process of its own: toucan's server, which also tells at `/memory` what it takes. */
import { serve } from "@/lib/server/process.ts";
import { createMemoryHandler } from "./memory.ts";

if (import.meta.main) {
  const { app, config, kv } = await import("@/main.ts");
  const { default: build } = await import(new URL("../_fresh/server.js", import.meta.url).href);
  const tellMemory = createMemoryHandler(() => app.store.waiting);
  serve({
    app,
    config,
    kv,
    fetch: (req, info) => req.url.endsWith("/memory") ? tellMemory() : build.fetch(req, info),
  });
}
