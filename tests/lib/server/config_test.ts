import { assertEquals, assertThrows } from "@std/assert";
import { DEFAULT_LIMITS } from "@/lib/protocol/mod.ts";
import { ConfigError, loadConfig } from "@/lib/server/config.ts";

Deno.test("loadConfig() has a default for every setting", () => {
  const defaults = {
    port: 8000,
    hostname: "0.0.0.0",
    kvPath: undefined,
    remote: false,
    ttlMs: 600_000,
    maxWaitMs: 25_000,
    maxWaiting: 10_000,
    maxStoredBytes: 1_073_741_824,
    bodyTimeoutMs: 10_000,
    memoryBytes: 1_073_741_824,
    iceServers: [{ urls: "stun:stun.l.google.com:19302" }],
    limits: DEFAULT_LIMITS,
  };
  assertEquals(loadConfig({}), defaults);
  assertEquals(loadConfig({ PORT: "", HOST: "", KV_PATH: "", ICE_SERVERS: "", UNKNOWN: "x" }), defaults);
});

Deno.test("loadConfig() reads every variable, with times in seconds", () => {
  const config = loadConfig({
    PORT: "0",
    HOST: "127.0.0.1",
    KV_PATH: ":memory:",
    SESSION_TTL: "60",
    MAX_WAIT: "0",
    MAX_WAITING: "5",
    MAX_STORED_BYTES: "2000000",
    BODY_TIMEOUT: "3",
    MAX_MEMORY_BYTES: "200000000",
    ICE_SERVERS: "[]",
    MAX_BODY_BYTES: "2000",
    MAX_SDP_BYTES: "1500",
    MAX_CANDIDATE_BYTES: "300",
    MAX_CANDIDATES: "7",
    MAX_BATCH: "80",
    MAX_URL_CHARS: "900",
  });
  assertEquals(config, {
    port: 0,
    hostname: "127.0.0.1",
    kvPath: ":memory:",
    remote: false,
    ttlMs: 60_000,
    maxWaitMs: 0,
    maxWaiting: 5,
    maxStoredBytes: 2_000_000,
    bodyTimeoutMs: 3_000,
    memoryBytes: 200_000_000,
    iceServers: [],
    limits: { bodyBytes: 2000, sdpBytes: 1500, candidateBytes: 300, candidates: 7, batch: 80, urlChars: 900 },
  });
});

Deno.test("loadConfig() recognizes a database shared with other machines", () => {
  assertEquals(loadConfig({ KV_PATH: "https://kv.test/x" }).remote, true);
  assertEquals(loadConfig({ KV_PATH: "http://localhost:4512" }).remote, true);
  assertEquals(loadConfig({ DENO_DEPLOYMENT_ID: "x" }).remote, true);
  assertEquals(loadConfig({ KV_PATH: "./https.sqlite" }).remote, false);
});

const BAD: [name: string, value: string, range: string][] = [
  ["PORT", "65536", "0 to 65535"],
  ["PORT", "http", "0 to 65535"],
  ["PORT", "-1", "0 to 65535"],
  ["PORT", "80.5", "0 to 65535"],
  ["PORT", " 80", "0 to 65535"],
  ["PORT", "0x50", "0 to 65535"],
  ["SESSION_TTL", "0", "1 to 604800"],
  ["SESSION_TTL", "604801", "1 to 604800"],
  ["MAX_WAIT", "3601", "0 to 3600"],
  ["MAX_WAITING", "1000001", "0 to 1000000"],
  ["BODY_TIMEOUT", "0", "1 to 600"],
  ["MAX_BODY_BYTES", "65537", "1024 to 65536"],
  ["MAX_SDP_BYTES", "60001", "1024 to 60000"],
  ["MAX_CANDIDATE_BYTES", "4097", "256 to 4096"],
  ["MAX_CANDIDATES", "1001", "1 to 1000"],
  ["MAX_BATCH", "49", "50 to 100"],
  ["MAX_URL_CHARS", "255", "256 to 8192"],
];

for (const [name, value, range] of BAD) {
  Deno.test(`loadConfig() refuses ${name}=${value}`, () => {
    const { message } = assertThrows(() => loadConfig({ [name]: value }), ConfigError);
    assertEquals(message, `Cannot use ${name}: it must be a whole number from ${range}, not "${value}"`);
  });
}

const BAD_SERVERS = ["x", "[", "{}", "5", "null", "[5]", '[{"urls":"http://x"}]', '["stun:x"]', '[{"urls":"turn:x"']
  .concat([
    '[{"urls":"turn:x","credential":"tea"}]',
    '[{"urls":"turn:x","username":5,"credential":"tea"}]',
    "tea",
    '"tea"',
  ]);

for (const value of BAD_SERVERS) {
  Deno.test(`loadConfig() refuses ICE_SERVERS=${value} without quoting it, since it may contain a credential`, () => {
    const { message } = assertThrows(() => loadConfig({ ICE_SERVERS: value }), ConfigError);
    assertEquals(WHAT_IS_WRONG.some((what) => message === `Cannot use ICE_SERVERS: ${what}`), true, message);
  });
}

const WHAT_IS_WRONG = [
  "it is not JSON",
  "it is an array of servers",
  "each server is an object",
  `"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`,
  `"username" and "credential" are strings, and go together`,
];
