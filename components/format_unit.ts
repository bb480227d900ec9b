const formats = new Map<string, Intl.NumberFormat>();

/** How a value and its unit are written. */
export interface UnitFormat {
  readonly unitDisplay?: "narrow" | "short" | "long";
  readonly maximumFractionDigits?: number;
}

/** A value with its unit in a language's own form. */
export function formatUnit(value: number, unit: string, language: string, format: UnitFormat = {}): string {
  const { unitDisplay = "short", maximumFractionDigits = 0 } = format;
  const key = `${language} ${unit} ${unitDisplay} ${maximumFractionDigits}`;
  // Making one takes far longer than using it.
  const known = formats.get(key) ??
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay, maximumFractionDigits });
  formats.set(key, known);
  return known.format(value);
}
