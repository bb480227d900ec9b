import { assertEquals, assertStrictEquals } from "@std/assert";
import { LOBBY, type RoomName, SIDES } from "@/lib/protocol/mod.ts";
import type { ApiState } from "@/lib/server/define.ts";
import { createRouter, loadResources } from "@/lib/server/http/router.ts";

const RESOURCES = await loadResources(new URL("../../../../routes/", import.meta.url));

Deno.test("loadResources() finds the same handlers at the root and below a room", () => {
  const own = [...RESOURCES.room.keys()].filter((name) => name !== "");
  assertEquals([...RESOURCES.root.keys()].sort(), ["", "healthz", "readyz", ...own].sort());
  for (const name of own) assertStrictEquals(RESOURCES.root.get(name), RESOURCES.room.get(name), name);
});

Deno.test("loadResources() finds what each side posts and the other one reads", () => {
  for (const { description, candidate, candidates } of Object.values(SIDES)) {
    const methods = [description, candidate, candidates].map((name) => Object.keys(RESOURCES.room.get(name)!));
    assertEquals(methods, [["GET", "POST"], ["POST"], ["GET"]]);
  }
});

Deno.test("createRouter() handles every spelling of a resource, and leaves pages and unknown paths to Fresh", () => {
  const rooms: RoomName[] = [];
  const respond = createRouter(RESOURCES, (room) => {
    rooms.push(room);
    return {} as Partial<ApiState> as ApiState;
  }, () => {});
  const takes = (method: string, path: string, accept = "*/*") => {
    const req = new Request(`http://localhost${path}`, { method, headers: { accept } });
    return respond({ req, url: new URL(req.url), info: undefined }) !== undefined;
  };
  for (const path of ["/offer", "/offer/", "/healthz", "/rooms/tea/offer", "/rooms/t%65a/offer/", "/rooms/-/nope"]) {
    for (const method of ["GET", "HEAD", "POST", "OPTIONS", "PROPFIND"]) assertEquals(takes(method, path), true, path);
  }
  for (const path of ["/", "/rooms/tea"]) {
    assertEquals(["GET", "HEAD", "DELETE", "OPTIONS"].map((method) => takes(method, path)), [false, false, true, true]);
  }
  for (const path of ["/rooms", "/rooms/", "//offer", "/constructor", "/problems", "/OFFER", "/offer/x"]) {
    for (const method of ["GET", "POST", "OPTIONS"]) assertEquals(takes(method, path), false, path);
  }
  assertEquals([takes("GET", "/rooms/tea/nope", "text/html"), takes("POST", "/rooms/tea/nope", "text/html")], [
    false,
    true,
  ]);
  assertEquals(new Set(rooms), new Set([LOBBY, "tea"]));
});
