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

/** The best of `languages` for the request's `Accept-Language`, or undefined; without `languages` all, best first. */
export function acceptsLanguages(request: Pick<Request, "headers">): string[];
export function acceptsLanguages<T extends string = string>(
  request: Pick<Request, "headers">,
  ...languages: T[]
): T | undefined;
export function acceptsLanguages(
  request: Pick<Request, "headers">,
  ...languages: string[]
): string | string[] | undefined {
  const header = request.headers.get("accept-language");
  if (!header) return languages.length > 0 ? languages[0] : ["*"];
  const negotiator = new Negotiator({ headers: { "accept-language": header } });
  return languages.length > 0 ? negotiator.languages(languages)[0] : negotiator.languages();
}
