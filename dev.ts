import { Builder } from "fresh/dev";
import { loadConfig } from "./lib/server/config.ts";

const builder = new Builder();

if (Deno.args.includes("build")) {
  await builder.build();
} else {
  const { hostname, port } = loadConfig(Deno.env.toObject());
  await builder.listen(() => import("./main.ts"), { hostname, port });
}
