import { assertEquals } from "@std/assert";
import { patiently } from "@/testing/patience.ts";
import { startServer } from "@/testing/server.ts";
import { createKvFile } from "@/testing/stores.ts";
import { assertStatus } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";

Deno.test("a database file that is deleted beneath the server is noticed, rather than written to", async () => {
  await using file = await createKvFile();
  await using server = await startServer({ KV_PATH: file.path });
  assertEquals(await offer(server.url), 201);
  for (const end of ["", "-wal", "-shm"]) await Deno.remove(file.path + end);
  const notice = async () => {
    for (;;) {
      const status = await offer(server.url);
      if (status !== 201) return status;
    }
  };
  assertEquals(await patiently("the server notices", notice()), 503);
  await assertStatus(fetch(`${server.url}/readyz`), 503);
  await assertStatus(fetch(`${server.url}/healthz`), 200);
});

async function offer(url: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/offer`, { method: "POST", headers, body: JSON.stringify(offerOf("aaaa")) });
  await response.body?.cancel();
  return response.status;
}
