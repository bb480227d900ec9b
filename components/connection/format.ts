import { formatUnit } from "@/components/format_unit.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size in a language's words, such as `1.2 MB`. */
export function formatSize(sizeBytes: number, language: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(sizeBytes, 1)) / 3), UNITS.length - 1);
  return formatUnit(sizeBytes / 1_000 ** power, UNITS[power] ?? "byte", language, {
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}

/** A time in a language's words: `0.4 ms`, `12 ms`, `8.2 s`, `3 min`. */
export function formatTime(timeMs: number, language: string): string {
  const [unit, value] = timeMs < 1_000
    ? ["millisecond", timeMs] as const
    : timeMs < 59_500
    ? ["second", timeMs / 1_000] as const
    : ["minute", timeMs / 60_000] as const;
  return formatUnit(value, unit, language, { maximumFractionDigits: value < 10 && unit !== "minute" ? 1 : 0 });
}
