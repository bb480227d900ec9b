import { type LineKey, type Reference, REFERENCES } from "./references.ts";

/** Values for the words' placeholders. */
export type Values = Readonly<Record<string, string | number>>;

/** A line as it was sent, or a field of one, with its explanation. */
export interface Line {
  /** As it was sent, cut if it is very long. */
  readonly raw: string;
  /** The key of the words that explain it. */
  readonly key: LineKey;
  readonly values: Values;
  /** Where it is specified. */
  readonly references: readonly Reference[];
  /** Its fields, if they are explained one by one. */
  readonly parts: readonly Line[];
}

/** How much of a line is read and shown, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 1_000;

/** Creates a line; long texts are cut. */
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
