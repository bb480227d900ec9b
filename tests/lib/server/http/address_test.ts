import { assertEquals } from "@std/assert";
import { parseAddress } from "@/lib/server/http/address.ts";

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
