import { assertEquals, assertGreater } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { testThatNeeds } from "@/testing/needs.ts";
import { startServer } from "@/testing/server.ts";
import { setUpCall } from "./good_pair.ts";

/** How large the disk is. */
const DISK_MIB = 48;

/** When Deno KV first removes what has expired: some time after the flood. */
const SWEEP_MS = 4_000;

const OFFER = JSON.stringify({ type: "offer", sdp: "v=0\r\n".padEnd(55_000, "x") });

testThatNeeds(await whatIsMissing(), {
  name: "a small disk is not filled up: writes are refused, reads go on, and Deno KV removes what has expired",
  async fn() {
    await using disk = await mountDisk();
    await expireSoon(disk.file);
    await using server = await startServer({ KV_PATH: disk.file, SESSION_TTL: "2" });
    const offer = (room: string) => send(`${server.url}/rooms/${room}/offer`, "POST", OFFER);

    let stored = 0;
    let refused = 0;
    const flood = async (client: number) => {
      for (let room = 0; refused === 0 && room < 1_000; room++) {
        const status = await offer(`r${client}-${room}`);
        if (status === 201) stored++;
        else refused = status;
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, client) => flood(client)));
    assertEquals(refused, 503);
    assertGreater(stored * OFFER.length, DISK_MIB / 8 * 1_048_576);

    assertEquals(await send(`${server.url}/rooms/nobody/offer`, "GET"), 404);
    // What is hung up makes room at once, what has expired within minutes.
    for (let client = 0; client < 16; client++) {
      assertEquals(await send(`${server.url}/rooms/r${client}-0`, "DELETE"), 204);
    }
    await setUpCall(server.url);
    await swept(disk.file);
    await setUpCall(server.url);
    assertEquals(server.lines.filter((line) => /panic|fault/i.test(line)), []);
    assertEquals(await server.stop(), 0);
  },
});

/** Writes a row to a new database that expires soon: that is when Deno KV will remove whatever has. */
async function expireSoon(file: string): Promise<void> {
  using kv = await Deno.openKv(file);
  await kv.set(["soon"], true, { expireIn: SWEEP_MS });
}

/** Resolves once the database holds nothing. */
async function swept(file: string): Promise<void> {
  using database = new DatabaseSync(file, { readOnly: true });
  const count = database.prepare("select count(*) as rows from kv");
  await until(() => Promise.resolve(count.get()?.rows === 0));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!await isSo()) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function send(url: string, method: string, body: string | null = null): Promise<number> {
  const { status, body: text } = await fetch(url, { method, body, headers: { "content-type": "application/json" } });
  await text?.cancel();
  return status;
}

async function mountDisk(): Promise<AsyncDisposable & { file: string }> {
  const folder = await Deno.makeTempDir();
  await run("mount", "-t", "tmpfs", "-o", `size=${DISK_MIB}m`, "tmpfs", folder);
  return {
    file: `${folder}/kv.sqlite`,
    async [Symbol.asyncDispose]() {
      await run("umount", "--lazy", folder);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function whatIsMissing(): Promise<string | undefined> {
  try {
    await (await mountDisk())[Symbol.asyncDispose]();
  } catch {
    return "run it where a tmpfs can be mounted, as root on Linux";
  }
}

async function run(program: string, ...args: string[]): Promise<void> {
  const { success } = await new Deno.Command(program, { args, stdout: "null", stderr: "null" }).output();
  if (!success) throw new Error(`Cannot ${program}: ${args.join(" ")}`);
}
