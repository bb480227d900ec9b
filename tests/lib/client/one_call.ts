import type { CallDeps, CallOptions } from "@/lib/client/mod.ts";
import { sleep } from "@/lib/client/pace.ts";
import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { createFakeNetwork } from "@/testing/fake_peer.ts";
import { json, news, type Scripted, scriptFetch, type SentRequest } from "./scripted_fetch.ts";
import { createTestCall } from "./test_call.ts";

const NOW = Date.UTC(2026, 0, 1);

/** The SDP of the other side's descriptions. */
export const THEIR_SDP = "v=0\r\na=ice-ufrag:theirs\r\n";

/** One call, and a network with the other side's fake peer. */
export interface World {
  network: ReturnType<typeof createFakeNetwork>;
  start(deps?: Partial<CallDeps & CallOptions>, role?: "caller" | "callee", ...script: Scripted[]): {
    call: ReturnType<typeof createTestCall>;
    requests: SentRequest[];
  };
  /** Lets time pass, timer by timer. */
  run(ms: number): Promise<void>;
}

/** Runs a test at a standing clock; in the end nothing of its call may be left. */
export function testOneCall(name: string, test: (world: World) => void | Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime(NOW);
    const network = createFakeNetwork();
    let call: ReturnType<typeof createTestCall> | undefined;
    const run = async (ms: number) => {
      const end = Date.now() + ms;
      let reached = false;
      setTimeout(() => reached = true, end - Date.now());
      while (!reached) await time.nextAsync();
      await time.runMicrotasks();
    };
    await test({
      network,
      run,
      start(deps = {}, role = "caller", ...script) {
        const { fetch, requests } = scriptFetch(...script);
        call = createTestCall(network, { fetch, now: Date.now, transport: "long-poll", ...deps });
        call.start(role);
        return { call, requests };
      },
    });
    call?.close();
    await time.runMicrotasks();
    assertEquals(network.open, 0);
    assertEquals(time.next(), false);
  });
}

/** A room with the caller's offer: the answer comes at once, or never. */
export function serve({ answer = false } = {}): Scripted {
  return ({ line, init }) => {
    if (line.startsWith("DELETE")) return new Response(null, { status: 204 });
    if (line.startsWith("GET")) {
      if (answer && line.includes("after=0")) return news(`"o"`, { type: "answer", sdp: THEIR_SDP });
      const waits = new Headers(init.headers).has("prefer");
      return waits ? held(init.signal) : json({ messages: [], next: 1, call: `"o"` });
    }
    return json({ call: `"o"`, next: 1, expiresAt: new Date(Date.now() + 600_000).toISOString() }, {}, 201);
  };
}

/** A wait that ends when its time is up, or with the request. */
export async function held(abort: AbortSignal | null | undefined): Promise<Response> {
  await sleep(25_000, abort ?? new AbortController().signal);
  return json({ messages: [], next: 1, call: `"o"` }, { "preference-applied": "wait=25" });
}
