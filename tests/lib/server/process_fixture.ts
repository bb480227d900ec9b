/** The process that the tests run. It responds to `/wait` when the server stops, to `/hang` never, to the rest at once. */
import { loadConfigOrExit, openKvOrExit, reportFault, serve } from "@/lib/server/process.ts";

if (import.meta.main) {
  const config = loadConfigOrExit(Deno.env.toObject());
  const { kv } = await openKvOrExit(config.kvPath);
  const stopped = Promise.withResolvers<void>();
  const fault = new RangeError("v=0 of 192.0.2.1");
  fault.stack = `RangeError: v=0\nof 192.0.2.1\n    at somewhere.ts:1:1`;
  reportFault(fault);
  reportFault("v=0 of 192.0.2.1");
  serve({
    app: { close: () => Promise.resolve(stopped.resolve()), followClock: () => Promise.resolve() },
    config,
    kv,
    async fetch({ url }) {
      if (url.endsWith("/wait")) {
        await Deno.stderr.write(new TextEncoder().encode("waits\n"));
        await stopped.promise;
      }
      if (url.endsWith("/hang")) await new Promise(() => {});
      return new Response("done");
    },
  });
}
