import { assert, assertEquals } from "@std/assert";
import { safeName } from "@/lib/files/name.ts";

const NAMES: [string, string][] = [
  ["holiday.jpg", "holiday.jpg"],
  ["Grüße 🦜 an Zoë.pdf", "Grüße 🦜 an Zoë.pdf"],
  ["👩‍👩‍👧.png", "👩‍👩‍👧.png"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Windows\\evil.exe", "evil.exe"],
  ["/", "file"],
  ["..", "file"],
  ["", "file"],
  ["   ", "file"],
  [".bashrc", "bashrc"],
  ["report.pdf. . ", "report.pdf"],
  ["a\u0000b\u001b[31m\u007f\u0085.txt", "ab[31m.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["\u2066x\u2069\u200f\u061c\ufeff.txt", "x.txt"],
  ["half\ud83e.txt", "half.txt"],
  ["line\u2028break\n.txt", "linebreak.txt"],
  ['<b>"a|b?*:"</b>.html', "b_.html"],
  ["a<b>c.html", "a_b_c.html"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["lpt1.tar.gz", "_lpt1.tar.gz"],
  ["console.log", "console.log"],
  ["e\u0301.txt", "\u00e9.txt"],
];

for (const [name, safe] of NAMES) {
  Deno.test(`${JSON.stringify(name)} is saved as ${JSON.stringify(safe)}`, () => assertEquals(safeName(name), safe));
}

Deno.test("a long name is cut before its extension, and never within a character", () => {
  const safe = safeName(`${"🦜".repeat(300)}.tar.gz`);
  assert(new TextEncoder().encode(safe).length <= 200);
  assert(/^(🦜)+\.gz$/u.test(safe), safe);
  assertEquals(safeName(`x.${"y".repeat(500)}`).length, 200);
});
