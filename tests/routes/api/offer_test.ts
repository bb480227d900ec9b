import { assertEquals } from "@std/assert";
import { offerOf, startApp } from "@/tests/testing.ts";

Deno.test("POST /offer opens a call in the lobby", async () => {
  await using server = await startApp();
  const answer = await server.post("/offer", offerOf("aaaa"));
  assertEquals(answer.status, 201);
  assertEquals(answer.headers.get("location"), "/offer");
  assertEquals(await answer.json(), {
    room: "lobby",
    expiresAt: new Date(server.clock.now() + 600_000).toISOString(),
  });
});
