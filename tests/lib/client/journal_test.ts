import type { JournalEntry } from "@/lib/client/mod.ts";
import { assert, assertEquals } from "@std/assert";
import { startApp } from "@/testing/app.ts";
import { createFakeNetwork } from "@/testing/fake_peer.ts";
import { createTestCall, fetchFrom } from "./test_call.ts";
import { connect } from "./world.ts";

Deno.test("onEntry() tells of a call from its start to its end, in order", async () => {
  await using app = await startApp();
  const network = createFakeNetwork();
  const { fetch } = fetchFrom(app);
  const entries: JournalEntry[] = [];
  const now = () => app.clock.now();
  const caller = createTestCall(network, { fetch, now, onEntry: (entry) => entries.push(entry) });
  const callee = createTestCall(network, { fetch, now });
  await connect(caller, callee);
  caller.hangUp();
  await callee.reaches("ended");
  callee.close();

  assertEquals(entries.map(({ seq }) => seq), entries.map((_, index) => index + 1));
  const phases = entries.flatMap((entry) => entry.type === "phase" ? [[entry.phase, entry.reason ?? entry.role]] : []);
  assertEquals(phases, [
    ["offering", "caller"],
    ["waiting", "caller"],
    ["connecting", "caller"],
    ["open", "caller"],
    ["ended", "hung-up"],
  ]);
  const kinds = entries.map((entry) => entry.type === "said" || entry.type === "heard" ? typesOf(entry) : entry.type);
  for (
    const [earlier, later] of [
      ["said offer", "taken"],
      ["asked", "heard answer"],
      ["gathered", "channel"],
    ] as const
  ) {
    const [first, second] = [earlier, later].map((kind) => kinds.findIndex((it) => it.startsWith(kind)));
    assert(first! >= 0 && second! > first!, `${earlier} before ${later} in ${kinds}`);
  }
  const channels = entries.flatMap((entry) => entry.type === "channel" ? [`${entry.label} ${entry.state}`] : []);
  assertEquals(channels.slice(0, 2).sort(), ["chat open", "toucan open"]);
  assert(entries.some((entry) => entry.type === "state" && entry.of === "connection" && entry.state === "connected"));
});

Deno.test("parts of a page talk beside the chat, and make channels of their own", async () => {
  await using app = await startApp();
  const network = createFakeNetwork();
  const { fetch } = fetchFrom(app);
  const heard: Record<string, unknown>[] = [];
  const channels: string[] = [];
  const now = () => app.clock.now();
  const caller = createTestCall(network, { fetch, now, greeting: { files: true } });
  const callee = createTestCall(network, {
    fetch,
    now,
    onBeside: (message) => heard.push(message),
    onChannel: ({ label }) => channels.push(label),
  });
  assertEquals(caller.openChannel("file-1"), undefined);
  assertEquals(await caller.stats(), undefined);
  await connect(caller, callee);
  // Once this has arrived, so does what is said beside it.
  caller.send("Hello");
  await callee.until(({ messages }) => messages.length === 1);
  caller.sayBeside({ type: "file-offer", name: "a" });
  assertEquals(caller.openChannel("file-1")?.label, "file-1");
  assertEquals((await caller.stats())?.has("pair"), true);
  network.peers[1]!.dispatchEvent(
    Object.assign(new Event("datachannel"), { channel: network.peers[0]!.channels.at(-1)!.pair() }),
  );
  caller.send("a message, so that all before it has arrived");
  await callee.until(({ messages }) => messages.length === 2);
  assertEquals(heard.find(({ type }) => type === "hello")?.files, true);
  assert(heard.some(({ type, name }) => type === "file-offer" && name === "a"));
  assertEquals(channels, ["file-1"]);
  caller.close();
  callee.close();
});

function typesOf({ type, messages }: Extract<JournalEntry, { type: "said" | "heard" }>): string {
  return [type, ...messages.map((message) => message.type)].join(" ");
}
