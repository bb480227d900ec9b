import * as esbuild from "esbuild";
import type { Builder } from "fresh/dev";

/** Has a production build make one minified file of `static/styles.css` and all that it imports. */
export function bundleStylesheet(builder: Builder): void {
  builder.onTransformStaticFile({ pluginName: "stylesheet", filter: /[\\/]styles\.css$/ }, async ({ path, mode }) => {
    // A browser can read the imports by itself.
    if (mode === "development") return;
    const { outputFiles: [file] } = await esbuild.build({
      entryPoints: [path],
      bundle: true,
      minify: true,
      write: false,
      logLevel: "silent",
    });
    await esbuild.stop();
    return { content: file!.text };
  });
}
