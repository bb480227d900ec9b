import { type Context, internals } from "./context.ts";
import { HttpError } from "./error.ts";
import { answer } from "./route.ts";
import type { LayoutConfig, Middleware, Route, RouteComponent } from "./types.ts";

/** What applies below one segment of the routes' paths, groups included. */
export class Layer<State> {
  middlewares: Middleware<State>[] = [];
  app: RouteComponent<State> | null = null;
  layout: { component: RouteComponent<State>; config: LayoutConfig } | null = null;
  errorPage: Route<State> | null = null;
  notFound: Middleware<State> | null = null;
  #children = new Map<string, Layer<State>>();

  constructor(readonly parent: Layer<State> | null) {}

  /** The layer of a path, or of the path above it. */
  at(path: string, { above }: { above: boolean }): Layer<State> {
    const segments = path.replace(/^\/?\*$/, "").replace(/^\//, "").split("/");
    if (above) segments.pop();
    return segments.filter(Boolean).reduce<Layer<State>>((layer, segment) => layer.#child(segment), this);
  }

  /** The steps from the root to here, as far as they are known by now: later ones don't apply. */
  steps(): Middleware<State>[] {
    const own = [this.#wrap(), ...this.middlewares];
    return this.parent === null ? own : [...this.parent.steps(), ...own];
  }

  #child(segment: string): Layer<State> {
    const known = this.#children.get(segment);
    if (known !== undefined) return known;
    const child = new Layer<State>(this);
    this.#children.set(segment, child);
    return child;
  }

  #wrap(): Middleware<State> {
    const { app, layout, errorPage } = this;
    const root = this.#root();
    return async (ctx) => {
      const wrapping = ctx[internals];
      if (app !== null) wrapping.app = app;
      if (layout !== null) {
        if (layout.config.skipAppWrapper) wrapping.app = null;
        const inherited = layout.config.skipInheritedLayouts ? [] : wrapping.layouts;
        wrapping.layouts = [...inherited, layout.component];
      }
      try {
        return await ctx.next();
      } catch (error) {
        const status = error instanceof HttpError ? error.status : 500;
        if (status === 404 && root.notFound) return await root.notFound(ctx);
        if (errorPage !== null) return await answer(ctx, errorPage, status);
        throw error;
      }
    };
  }

  #root(): Layer<State> {
    return this.parent === null ? this : this.parent.#root();
  }
}

/** One middleware that runs all of them, each inside the one before it. */
export function chain<State>(steps: Middleware<State>[]): Middleware<State> {
  return (ctx) => {
    const last = ctx.next;
    const run = async (index: number): Promise<Response> => {
      const step = steps[index];
      if (step === undefined) return await last();
      ctx.next = () => run(index + 1);
      return await keepingWrapping(ctx, step);
    };
    return run(0);
  };
}

async function keepingWrapping<State>(
  ctx: Context<State>,
  step: Middleware<State>,
): Promise<Response> {
  const { app, layouts } = ctx[internals];
  try {
    return await step(ctx);
  } catch (error) {
    ctx.error = error;
    throw error;
  } finally {
    Object.assign(ctx[internals], { app, layouts });
  }
}
