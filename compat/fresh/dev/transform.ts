export interface OnTransformOptions {
  pluginName: string;
  filter: RegExp;
}

export interface OnTransformArgs {
  path: string;
  content: Uint8Array;
  text: string;
  mode: "development" | "production";
  target: string | string[];
  root: string;
}

type Result = { content: string } | void;
export type TransformFn = (args: OnTransformArgs) => Result | Promise<Result>;

/** What to serve for a file of `static/`; null for the file as it is. */
export type Transform = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Makes one function of all that were registered: each gets what the one before has made. */
export function joinTransforms(
  registered: readonly [OnTransformOptions, TransformFn][],
  args: Pick<OnTransformArgs, "mode" | "target" | "root">,
): Transform {
  return async (path) => {
    const matching = registered.filter(([{ filter }]) => filter.test(path));
    let content: Uint8Array<ArrayBuffer> | null = null;
    for (const [, transform] of matching) {
      const before: Uint8Array = content ?? await Deno.readFile(path);
      const result = await transform({ ...args, path, content: before, text: new TextDecoder().decode(before) });
      if (result !== undefined) content = new TextEncoder().encode(result.content);
    }
    return content;
  };
}
