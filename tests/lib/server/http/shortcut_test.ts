import { assertEquals } from "@std/assert";
import { LOBBY, type RoomName } from "@/lib/protocol/mod.ts";
import type { ApiState } from "@/lib/server/define.ts";
import { takeShortcut } from "@/lib/server/http/shortcut.ts";
import { answerCall, assertStatus, candidateOf, offerOf, openCall, startApp, type TestApp } from "@/tests/testing.ts";

/** Spelled plainly, and so that only the framework's router reads it. */
const SPELLINGS = [["/rooms/tea", "/rooms/%74ea"], ["", "/"]] as const;

const READS = ["/offer", "/answer", "/offer-candidates", "/answer-candidates?after=1", "/messages?to=caller&after=0"];

const REFUSED: [string, RequestInit][] = [
  ["/offer-candidates?after=x", {}],
  ["/messages", {}],
  ["/answer", { headers: { "if-match": `"other"` } }],
  ["/offer", { method: "POST", body: "{}" }],
  ["/answer", { method: "POST", body: "{", headers: { "content-type": "application/json" } }],
  ["/offer-candidate", { method: "POST", body: `{"candidate": 5}`, headers: { "content-type": "application/json" } }],
  ["/offer", { method: "POST", body: JSON.stringify(offerOf("a")), headers: { "if-match": `"other"` } }],
  ["", { method: "DELETE", headers: { "if-match": `"other"` } }],
];

for (const [plain, other] of SPELLINGS) {
  Deno.test(`takeShortcut() answers below ${plain || "/"} as the framework's routes do`, async () => {
    await using server = await startApp();
    const compare = async (path: string, init: RequestInit = {}) => {
      assertEquals(await ask(server, plain + path, init), await ask(server, spell(other, path), init), path);
    };
    const all: [string, RequestInit][] = [...READS.map((path): [string, RequestInit] => [path, {}]), ...REFUSED];
    for (const [path, init] of all) await compare(path, init);
    const room = { ...server, post: (path: string, body: unknown) => server.post(plain + path, body) };
    await openCall(room);
    await answerCall(room);
    for (const port of [1, 2]) await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", port)), 204);
    for (const [path, init] of all) await compare(path, init);
    for (const path of READS) await compare(path, { headers: { prefer: "wait=0", accept: "text/html" } });
  });
}

Deno.test("takeShortcut() leaves to the framework what is no plain request for a resource", () => {
  const rooms: RoomName[] = [];
  const stateOf = (room: RoomName): ApiState => {
    rooms.push(room);
    throw new Error("Taken");
  };
  const takes = (method: string, path: string) => {
    try {
      const req = new Request(`http://localhost${path}`, { method });
      return takeShortcut({ req, url: new URL(req.url), info: undefined }, stateOf) !== undefined;
    } catch {
      return true;
    }
  };
  for (const path of ["/offer", "/rooms/tea/offer", "/rooms/tea/messages?to=caller"]) {
    assertEquals(takes("GET", path), true);
  }
  assertEquals(takes("DELETE", "/rooms/tea"), true);
  assertEquals(rooms, [LOBBY, "tea", "tea", "tea"]);
  const left = [
    "/",
    "/?x=/offer",
    "/rooms/tea",
    "/rooms/",
    "/offer/",
    "//offer",
    "/rooms/tea/offer/",
    "/rooms/-t/offer",
  ];
  for (const path of [...left, "/rooms/t%65a/offer", "/constructor", "/rooms/tea/toString", "/problems", "/OFFER"]) {
    assertEquals(takes("GET", path), false, path);
  }
  for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE"]) assertEquals(takes(method, "/rooms/tea/offer"), false);
  assertEquals(takes("DELETE", "/"), false);
});

async function ask({ request }: TestApp, path: string, init: RequestInit) {
  const answer = await request(path, init);
  return { status: answer.status, headers: [...answer.headers].sort(), body: await answer.text() };
}

/** The lobby has no room's name to spell otherwise: a slash at the end does it. */
function spell(base: string, path: string): string {
  const [name, query] = path.split("?");
  const slashed = base === "/" ? `${name}/` : base + name;
  return query === undefined ? slashed : `${slashed}?${query}`;
}
