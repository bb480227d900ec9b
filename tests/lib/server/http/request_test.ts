import { assertEquals } from "@std/assert";
import { namesETag, parseETags } from "@/lib/server/call/call.ts";
import { differs, parseAddress } from "@/lib/server/http/request.ts";

const ADDRESSES: [path: string, room: string | undefined, name: string][] = [
  ["/", undefined, ""],
  ["/offer", undefined, "offer"],
  ["/answer-candidates/", undefined, "answer-candidates"],
  ["/offer/x", undefined, "offer/x"],
  ["//offer", undefined, "/offer"],
  ["/rooms", undefined, "rooms"],
  ["/rooms/", undefined, "rooms"],
  ["/rooms/tea", "tea", ""],
  ["/rooms/tea/", "tea", ""],
  ["/rooms/te%61/offer-candidate", "tea", "offer-candidate"],
  ["/rooms/lobby/answer", "lobby", "answer"],
  ["/rooms/healthz", "healthz", ""],
  ["/rooms/a%2Fb/offer", "a/b", "offer"],
  ["/rooms//offer", "", "offer"],
  ["/rooms/tea//offer", "tea", "/offer"],
  ["/rooms/-", "-", ""],
];

for (const [path, room, name] of ADDRESSES) {
  Deno.test(`parseAddress() splits ${path}`, () => assertEquals(parseAddress(path), { room, name }));
}

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
  Deno.test(`parseETags() parses ${JSON.stringify(list)}`, () => {
    const tags = parseETags(list);
    assertEquals([namesETag(tags, `"a"`), !differs(tags, `"a"`)], [strongly, weakly]);
  });
}
