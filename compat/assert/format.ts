import { diffLines } from "npm:diff@^8.0.2";

export function formatValue(value: unknown): string {
  return Deno.inspect(value, {
    depth: Infinity,
    sorted: true,
    trailingComma: true,
    compact: false,
    iterableLimit: Infinity,
    strAbbreviateSize: Infinity,
  });
}

/** Both values line by line: `-` is what came, `+` what was expected. */
export function formatDiff(actual: unknown, expected: unknown): string {
  const lines = diffLines(lined(actual), lined(expected)).flatMap((part) => {
    const sign = part.added ? "+" : part.removed ? "-" : " ";
    return part.value.replace(/\n$/, "").split("\n")
      .map((line) => `${sign}   ${line}`);
  });
  return ["", "    [Diff] Actual / Expected", "", ...lines, ""].join("\n");
}

function lined(value: unknown): string {
  return `${typeof value === "string" ? value : formatValue(value)}\n`;
}
