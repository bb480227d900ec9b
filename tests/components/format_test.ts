import { formatSize, formatTime } from "@/components/format.ts";
import { assertEquals } from "@std/assert";

Deno.test("formatSize() has the unit that fits, and a digit where it says something", () => {
  const sizes = [0, 999, 1_000, 1_450_000, 50_000_000, 1e9, 2.5e12, 5e15].map((bytes) => formatSize(bytes, "en"));
  assertEquals(sizes, ["0 bytes", "999 bytes", "1 kB", "1.5 MB", "50 MB", "1 GB", "2.5 TB", "5,000 TB"]);
  assertEquals(formatSize(1_450_000, "de"), "1,5 MB");
});

Deno.test("formatTime() has the unit that fits, and a digit where it says something", () => {
  const times = [0, 0.42, 12.4, 999.7, 1_250, 12_340, 59_970, 90_000, 754_000, 3_599_000, 5_400_000];
  assertEquals(times.map((ms) => formatTime(ms, "en")), [
    "0 ms",
    "0.4 ms",
    "12 ms",
    "1 sec",
    "1.3 sec",
    "12.3 sec",
    "1 min",
    "1.5 min",
    "13 min",
    "1 hr",
    "1.5 hr",
  ]);
  assertEquals(formatTime(1_250, "de", "long"), "1,3 Sekunden");
  assertEquals(formatTime(340, "en", "narrow"), "340ms");
});
