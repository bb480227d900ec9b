import { assertEquals } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { createKvFile } from "@/testing/stores.ts";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";

Deno.test("two processes on one file take 32 calls at once, and one answer to each: no fault, none busy", async () => {
  await using file = await createKvFile();
  await using one = await startServer({ KV_PATH: file.path });
  await using two = await startServer({ KV_PATH: file.path });
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 32 }, (_, index) => call(one.url, two.url, `room-${round}-${index}`)));
  }
  for (const { lines } of [one, two]) assertEquals(lines.filter((line) => line.startsWith("Fault")), []);
});

/** A whole call whose sides are with different processes, and 8 rivals who answer it as well. */
async function call(caller: string, callee: string, room: string): Promise<void> {
  const waiting = get(`${callee}/rooms/${room}/offer`);
  assertEquals(await post(`${caller}/rooms/${room}/offer`, offerOf("aaaa")), 201);
  assertEquals(await waiting, offerOf("aaaa"));
  const rivals = Array.from(
    { length: 8 },
    (_, index) => post(`${index % 2 === 0 ? caller : callee}/rooms/${room}/answer`, answerOf(`u${index}`)),
  );
  const trickled = Array.from({ length: 4 }, (_, index) => [
    post(`${caller}/rooms/${room}/offer-candidate`, candidateOf("aaaa", index)),
    post(`${callee}/rooms/${room}/answer-candidate`, { ...candidateOf("", index), usernameFragment: null }),
  ]);
  assertEquals((await Promise.all(rivals)).sort(), [201, ...Array(7).fill(409)]);
  assertEquals(await Promise.all(trickled.flat()), Array(8).fill(204));
  for (const base of [caller, callee]) {
    for (const side of ["offer", "answer"]) {
      assertEquals(((await get(`${base}/rooms/${room}/${side}-candidates?after=3`)) as unknown[]).length, 1);
    }
  }
}

async function post(url: string, body: unknown): Promise<number> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  await response.body?.cancel();
  return response.status;
}

async function get(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { prefer: "wait=20" } });
  return await response.json();
}
