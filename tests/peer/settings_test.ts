import { assertEquals, assertThrows } from "@std/assert";
import { parseSettings } from "@/peer/settings.ts";

Deno.test("parseSettings() takes the link of a room as the base of its API", () => {
  for (const url of ["http://localhost:8000", "http://localhost:8000/", "http://localhost:8000/?a=b#how"]) {
    assertEquals(parseSettings([url, "caller"]), { base: "http://localhost:8000", role: "caller", iceServers: [] });
  }
  const { base } = parseSettings(["https://toucan.example/rooms/tea/", "caller"]);
  assertEquals(base, "https://toucan.example/rooms/tea");
});

Deno.test("parseSettings() takes STUN servers", () => {
  const { role, iceServers } = parseSettings(["http://localhost", "callee", "stun:a.example:3478", "stun:b.example"]);
  assertEquals(role, "callee");
  assertEquals(iceServers, [{ urls: "stun:a.example:3478" }, { urls: "stun:b.example" }]);
});

for (
  const [args, reason] of [
    [[], "the URL of a room"],
    [["localhost:8000", "caller"], "the URL of a room"],
    [["http://", "caller"], "the URL of a room"],
    [["http://localhost:8000"], "caller or callee"],
    [["http://localhost:8000", "Caller"], "caller or callee"],
    [["http://localhost:8000", "caller", "turn:a.example"], "stun:"],
  ] as const
) {
  Deno.test(`parseSettings(${JSON.stringify(args)}) says that it needs ${reason}`, () => {
    assertThrows(() => parseSettings(args), Error, reason);
  });
}
