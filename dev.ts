import { Builder } from "fresh/dev";
import { loadConfigOrExit } from "./lib/server/process.ts";

const builder = new Builder();

if (Deno.args.includes("build")) {
  await builder.build();
} else {
  const { hostname, port } = loadConfigOrExit(Deno.env.toObject());
  await builder.listen(() => import("./main.ts"), { hostname, port });
}
