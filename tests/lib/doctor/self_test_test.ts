import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { runSelfTest, SELF_TEST_MS, type SelfTestReport } from "@/lib/doctor/self_test.ts";
import { createFakeNetwork } from "@/testing/fake_peer.ts";

Deno.test("runSelfTest() connects the page to itself and tells of each change", async () => {
  const network = createFakeNetwork();
  const { report, reports } = await run({ network });
  assertEquals(report.local.state, "connected");
  assertEquals(report.relayed, undefined);
  assertEquals([report.http.state, report.socket.state], ["reached", "reached"]);
  assertEquals(report.servers.map(({ url, state, candidates }) => [url, state, candidates.host]), [[
    "",
    "answered",
    1,
  ]]);
  assertEquals(report.verdict, "nearby-only");
  assertEquals(reports[0]?.local.state, "running");
  assertEquals(reports.at(-1), report);
  assertEquals(reports.filter(({ verdict }) => verdict !== undefined).length, 1);
});

Deno.test("runSelfTest() releases all peers and its socket", async () => {
  const network = createFakeNetwork();
  const sockets: FakeSocket[] = [];
  await run({ network, urls: ["stun:192.0.2.1", "turn:192.0.2.1"], sockets });
  assertEquals(network.peers.length, 7);
  assertEquals(network.open, 0);
  assertEquals(sockets.map(({ isClosed }) => isClosed), [true]);
});

Deno.test("runSelfTest() gives up when its time is up", async () => {
  using time = new FakeTime();
  const network = createFakeNetwork();
  network.gathers = [];
  const running = run({ network, urls: ["stun:192.0.2.1"], socket: "hang" });
  await time.tickAsync(SELF_TEST_MS - 1);
  assert(network.open > 0);
  await time.tickAsync(1);
  const { report } = await running;
  assertEquals(report.servers.map(({ state }) => state), ["silent", "silent"]);
  assertEquals([report.local.state, report.socket.state, report.verdict], ["failed", "failed", "nothing"]);
  assertEquals(network.open, 0);
});

Deno.test("runSelfTest() stops at the abort, releases all and says no more", async () => {
  const network = createFakeNetwork();
  network.gathers = [];
  const abort = new AbortController();
  const reports: SelfTestReport[] = [];
  const running = assertRejects(() => run({ network, abort: abort.signal, reports, socket: "hang" }), Error, "Enough");
  await Promise.resolve();
  const told = reports.length;
  abort.abort(new Error("Enough"));
  await running;
  assertEquals(network.open, 0);
  assertEquals(reports.length, told);
});

Deno.test("runSelfTest() goes without WebRTC, WebSockets and a server", async () => {
  const { report } = await run({ network: undefined, socket: "none", status: 503 });
  assertEquals(report.verdict, "unsupported");
  assertEquals(report.servers, []);
  assertEquals([report.local.state, report.http.state, report.socket.state], ["failed", "failed", "failed"]);
});

Deno.test("runSelfTest() says so where a WebSocket is refused, and no path is found", async () => {
  const network = createFakeNetwork();
  network.reachable = false;
  const { report } = await run({ network, socket: "refuse" });
  assertEquals([report.local.state, report.socket.state, report.verdict], ["failed", "failed", "nothing"]);
});

class FakeSocket extends EventTarget {
  isClosed = false;

  constructor(manner: "open" | "refuse" | "hang") {
    super();
    if (manner !== "hang") queueMicrotask(() => this.dispatchEvent(new Event(manner === "open" ? "open" : "close")));
  }

  close() {
    this.isClosed = true;
  }
}

async function run({
  network,
  urls = [],
  socket = "open",
  sockets = [],
  reports = [],
  status = 200,
  abort = new AbortController().signal,
}: {
  network: ReturnType<typeof createFakeNetwork> | undefined;
  urls?: string[];
  socket?: "open" | "refuse" | "hang" | "none";
  sockets?: FakeSocket[];
  reports?: SelfTestReport[];
  status?: number;
  abort?: AbortSignal;
}) {
  const report = await runSelfTest({
    iceServers: urls.length === 0 ? [] : [{ urls }],
    onChange: (report) => reports.push(report),
    abort,
  }, {
    fetch: () => Promise.resolve(new Response(null, { status })),
    createPeer: network?.createPeer,
    createSocket: socket === "none" ? undefined : () => {
      const made = new FakeSocket(socket);
      sockets.push(made);
      return made as unknown as WebSocket;
    },
    now: Date.now,
  });
  return { report, reports };
}
