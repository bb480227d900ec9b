import { parsePreferWait } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { readHeader } from "./headers.ts";
import { problemResponse, toRefusal } from "./response.ts";
import type { Handler } from "./router.ts";

/**
 * Makes a handler that grants a request the wait that it prefers (RFC 7240, section 4.3), at most `MAX_WAIT`, and whose
 * response says so, whatever it is. `waitMs` is 0 where the request prefers none.
 */
export function waits(handle: (ctx: ApiContext, waitMs: number) => Promise<Response>): Handler {
  return (ctx) => {
    const preferred = parsePreferWait(readHeader(ctx.req, "Prefer"));
    if (preferred === undefined) return handle(ctx, 0);
    const seconds = Math.min(preferred, ctx.state.config.maxWaitMs / 1_000);
    const applied = (response: Response) => {
      response.headers.set("preference-applied", `wait=${seconds}`);
      return response;
    };
    const refused = (error: unknown) => applied(problemResponse(toRefusal(error, ctx.state.report)));
    return handle(ctx, seconds * 1_000).then(applied, refused);
  };
}

/** Whose share of the places to wait in a request takes: that of its address. */
export function clientOf({ info }: Pick<ApiContext, "info">): string | undefined {
  const address = info?.remoteAddr;
  return address !== undefined && "hostname" in address ? address.hostname : undefined;
}
