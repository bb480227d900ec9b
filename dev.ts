import { Builder } from "fresh/dev";
import { announce, loadConfigOrExit } from "./lib/server/process.ts";
import { writeClientModule } from "./tools/client_module.ts";
import { removeEarlierFiles, writeCompressedFiles } from "./tools/compressed_files.ts";
import { bundleStylesheet } from "./tools/stylesheet.ts";

const builder = new Builder();
bundleStylesheet(builder);
await writeClientModule();

if (Deno.args.includes("build")) {
  await removeEarlierFiles();
  await builder.build();
  await writeCompressedFiles();
} else {
  const { hostname, port } = loadConfigOrExit(Deno.env.toObject());
  await builder.listen(() => import("./main.ts"), { hostname, port, onListen: announce });
}
