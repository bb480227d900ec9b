const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

const formats = new Map<string, Intl.NumberFormat>();

/** Formats a size: `999 bytes`, `1.4 MB`, `50 MB`. A kilobyte is 1,000 bytes, as in ICU. */
export function formatSize(bytes: number, language: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), SIZES.length - 1);
  const isPlain = power === 0;
  return format(bytes / 1_000 ** power, SIZES[power]!, language, isPlain ? "long" : "short", isPlain ? 0 : 1);
}

/** Formats a time: `0.4 ms`, `12 ms`, `8.2 sec`, `3 min`, `1.5 hr`; narrow `8.2s`, long `8.2 seconds`. */
export function formatTime(ms: number, language: string, width: "narrow" | "short" | "long" = "short"): string {
  const [unit, value] = ms < 999.5
    ? ["millisecond", ms] as const
    : ms < 59_950
    ? ["second", ms / 1_000] as const
    : ms < 3_570_000
    ? ["minute", ms / 60_000] as const
    : ["hour", ms / 3_600_000] as const;
  return format(value, unit, language, width, value < 9.95 || unit === "second" ? 1 : 0);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Formats a time of day: `14:05`, `2:05 PM`. */
export function formatClock(at: number, language: string): string {
  const clock = clocks.get(language) ?? new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
  clocks.set(language, clock);
  return clock.format(at);
}

function format(
  value: number,
  unit: string,
  language: string,
  unitDisplay: "narrow" | "short" | "long",
  maximumFractionDigits: number,
): string {
  const key = `${language} ${unit} ${unitDisplay} ${maximumFractionDigits}`;
  // Creating a format takes far longer than using it.
  const known = formats.get(key) ??
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay, maximumFractionDigits });
  formats.set(key, known);
  return known.format(value);
}
