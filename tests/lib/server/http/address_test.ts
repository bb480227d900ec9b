import { assertEquals, assertThrows } from "@std/assert";
import { Refusal } from "@/lib/protocol/mod.ts";
import { parseAddress } from "@/lib/server/http/address.ts";

const KNOWN: [path: string, room: string, methods: string, isPage: boolean][] = [
  ["/", "lobby", "GET,HEAD,DELETE,OPTIONS", true],
  ["/offer", "lobby", "GET,HEAD,POST,OPTIONS", false],
  ["/answer-candidates/", "lobby", "GET,HEAD,OPTIONS", false],
  ["/healthz", "lobby", "GET,HEAD,OPTIONS", false],
  ["/rooms/tea", "tea", "GET,HEAD,DELETE,OPTIONS", true],
  ["/rooms/tea/", "tea", "GET,HEAD,DELETE,OPTIONS", true],
  ["/rooms/te%61/offer-candidate", "tea", "POST,OPTIONS", false],
  ["/rooms/lobby/answer", "lobby", "GET,HEAD,POST,OPTIONS", false],
  ["/rooms/healthz", "healthz", "GET,HEAD,DELETE,OPTIONS", true],
  ["/rooms/a%2Fb/offer", "a/b", "GET,HEAD,POST,OPTIONS", false],
  ["/rooms//offer", "", "GET,HEAD,POST,OPTIONS", false],
  ["/rooms/-", "-", "GET,HEAD,DELETE,OPTIONS", true],
];

for (const [path, room, methods, isPage] of KNOWN) {
  Deno.test(`parseAddress() knows ${path}`, () => {
    const address = parseAddress(path);
    assertEquals({ ...address, methods: address?.methods.join() }, { room, methods, isPage });
  });
}

for (const path of ["/nope", "/rooms", "/rooms/", "/offer/x", "/toString", "/Offer", "/problems", "//offer"]) {
  Deno.test(`parseAddress() leaves ${path} to others`, () => assertEquals(parseAddress(path), undefined));
}

for (
  const [path, code] of [
    ["/rooms/tea/nope", "not-found"],
    ["/rooms/tea/healthz", "not-found"],
    ["/rooms/tea//offer", "not-found"],
    ["/rooms//nope", "invalid-room"],
    ["/rooms/-/nope", "invalid-room"],
  ] as const
) {
  Deno.test(`parseAddress() refuses ${path}`, () => {
    assertEquals(assertThrows(() => parseAddress(path), Refusal).code, code);
  });
}
