import { assertEquals } from "@std/assert";
import { namesETag, namesETagWeakly, parseETags } from "@/lib/server/http/etags.ts";

const LISTS: [list: string, strongly: boolean, weakly: boolean][] = [
  [`"a"`, true, true],
  [`"b", "a"`, true, true],
  [`"b" , "a",`, true, true],
  ["*", true, true],
  [" * ", true, true],
  [`W/"a"`, false, true],
  [`"b",W/"a"`, false, true],
  [`"b"`, false, false],
  [`"A"`, false, false],
  ["a", false, false],
  [`"a" "b"`, false, false],
  [`"a"b`, false, false],
  [`w/"a"`, false, false],
  [`*, "b"`, false, false],
  [`"*"`, false, false],
  ["", false, false],
];

for (const [list, strongly, weakly] of LISTS) {
  Deno.test(`parseETags() reads ${JSON.stringify(list)}`, () => {
    const tags = parseETags(list);
    assertEquals([namesETag(tags, `"a"`), namesETagWeakly(tags, `"a"`)], [strongly, weakly]);
  });
}
