import { type LineKey, type Reference, REFERENCES } from "./references.ts";

/** What a text about a line is filled in with. */
export type Values = Readonly<Record<string, string | number>>;

/** One line that was sent, or one part of it, and what it is. */
export interface Line {
  /** As it was sent, cut where it is very long. */
  readonly raw: string;
  /** What says in words what it is. */
  readonly key: LineKey;
  readonly values: Values;
  /** Where it is specified. */
  readonly references: readonly Reference[];
  /** What it is made of, where that is explained piece by piece. */
  readonly parts: readonly Line[];
}

/** How much of a line is shown and read, in characters. */
export const MAX_LINE_LENGTH = 1_000;

/** Makes a line of a kind. */
export function line(raw: string, key: LineKey, values: Values = {}, parts: readonly Line[] = []): Line {
  const cut = shorten(raw);
  const short = Object.entries(values).map((
    [name, value],
  ) => [name, typeof value === "string" ? shorten(value) : value]);
  return { raw: cut, key, values: Object.fromEntries(short), references: REFERENCES[key], parts };
}

function shorten(text: string): string {
  return text.length > MAX_LINE_LENGTH ? `${text.slice(0, MAX_LINE_LENGTH)}…` : text;
}
