import Negotiator from "npm:negotiator@^1.0.0";

/** The best of `types` for the request's `Accept`, or undefined; without `types` all it accepts, best first. */
export function accepts(request: Pick<Request, "headers">): string[];
export function accepts<T extends string = string>(
  request: Pick<Request, "headers">,
  ...types: T[]
): T | undefined;
export function accepts(
  request: Pick<Request, "headers">,
  ...types: string[]
): string | string[] | undefined {
  const accept = request.headers.get("accept");
  if (!accept) return types.length > 0 ? types[0] : ["*/*"];
  const negotiator = new Negotiator({ headers: { accept } });
  return types.length > 0 ? negotiator.mediaTypes(types)[0] : negotiator.mediaTypes();
}
