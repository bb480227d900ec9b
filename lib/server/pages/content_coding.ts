import { MAX_HEADER_CHARS } from "../http/request.ts";

/** The content codings that something here is compressed with, best first (RFC 9110, section 8.4.1). */
export const CODINGS = ["br", "gzip"] as const;

export type Coding = typeof CODINGS[number];

/**
 * The coding of `available`, best first, that a request likes best (RFC 9110, section 12.5.3); `undefined` stands for
 * none: where it likes none, says nothing, or says too much to be looked at.
 */
export function preferCoding({ headers }: Pick<Request, "headers">, available: readonly Coding[]): Coding | undefined {
  const list = headers.get("accept-encoding");
  if (list === null || list.length > MAX_HEADER_CHARS) return undefined;
  const weights = new Map(list.toLowerCase().split(",").map(parseWeighted));
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get("*") ?? 0;
  let best: Coding | undefined;
  let most = 0;
  for (const coding of available) {
    if (weightOf(coding) <= most) continue;
    best = coding;
    most = weightOf(coding);
  }
  return weightOf("identity") > most ? undefined : best;
}

/** Parses a coding and its weight, which is 0 if it is none (RFC 9110, section 12.4.2). */
function parseWeighted(item: string): [coding: string, weight: number] {
  const [coding = "", ...parameters] = item.split(";").map((part) => part.trim());
  const [weight] = parameters.filter((parameter) => parameter.startsWith("q="));
  if (weight === undefined) return [coding, 1];
  return [coding, WEIGHT.test(weight) ? Number(weight.slice(2)) : 0];
}

const WEIGHT = /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/;
