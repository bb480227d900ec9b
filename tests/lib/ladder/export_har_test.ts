import type { JournalEntry } from "@/lib/client/mod.ts";
import { exportHar, isRecording } from "@/lib/ladder/mod.ts";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { BEGIN, journalOf, SDP, SECRETS, START } from "@/testing/ladder_journal.ts";

const CANDIDATE =
  "candidate:842163049 1 udp 1677729535 203.0.113.77 51234 typ srflx raddr 10.44.55.66 rport 9 ufrag otherUfrag99";

const ENTRIES = journalOf(
  BEGIN,
  // Before anybody could know that this is a secret.
  {
    type: "cut",
    via: "websocket",
    detail: "No answer from https://alice@turn.intern.example:8443/rooms/tea-at-five for aSecretPasswordOfTwentyTwo",
  },
  { type: "said", via: "websocket", id: 1, messages: [{ type: "offer", sdp: SDP }] },
  {
    type: "heard",
    via: "websocket",
    call: `"etag-of-the-call"`,
    reset: false,
    messages: [
      { seq: 1, type: "candidate", candidate: { candidate: CANDIDATE, sdpMid: "0", usernameFragment: "otherUfrag99" } },
      { seq: 2, type: "end-of-candidates", usernameFragment: "otherUfrag99" },
    ],
  },
  { type: "gathered", candidate: { candidate: CANDIDATE, sdpMLineIndex: 0, usernameFragment: "otherUfrag99" } },
  { type: "gathered", candidate: null },
  {
    type: "candidate-error",
    url: "turn:turn.intern.example:3478?transport=udp",
    code: 401,
    text: "Refused by [2001:db8:85a3::8a2e:370:7334]:3478 for 192.168.17.23",
  },
  { type: "refused", code: "offer-replaced", detail: `Cannot go on: "etag-of-the-call" in /rooms/tea-at-five is over` },
  {
    type: "phase",
    phase: "ended",
    reason: "failed",
    detail: "Unknown ufrag (otherUfrag99) from fe80::1ff:fe23:4567:890a%eth0",
  },
  {
    type: "path",
    local: { type: "srflx", protocol: "udp", address: "203.0.113.77", port: 51234 },
    remote: { type: "host", protocol: "udp", address: "5e5f1d42-0a8c-4b9e-9c32-aabbccddeeff.local", port: 1 },
  },
  { type: "channel", label: "alice", state: "open" },
);

Deno.test("exportHar() leaks nothing that identifies or locates a person", () => {
  const text = exportHar(ENTRIES).toLowerCase();
  for (const secret of SECRETS) assert(!text.includes(secret.toLowerCase()), secret);
  // The bodies of addresses in any spelling.
  assertEquals(text.match(/\b(?:203\.0\.113|198\.51\.100|192\.168|10\.44)|370:7334|ff:fe23/g), null);
});

Deno.test("exportHar() has everything where it is asked to, and what it masks is really in there", () => {
  const text = exportHar(ENTRIES, { unmasked: true });
  for (const secret of SECRETS) assertStringIncludes(text, secret);
  const { log } = JSON.parse(text);
  assertEquals(log.masked, false);
  assertEquals(log.entries.map(withoutTimes), ENTRIES);
});

Deno.test("exportHar() gives the same value the same name wherever it stands, however it is spelled", () => {
  const { log } = JSON.parse(exportHar(ENTRIES)) as { log: { entries: JournalEntry[] } };
  const said = log.entries[2]!;
  assert(said.type === "said" && said.messages[0]?.type === "offer");
  const lines = said.messages[0].sdp.split("\r\n");
  const [srflx, , tcp] = lines.filter((line) => line.startsWith("a=candidate:")).map((line) => line.split(" ")[4]);
  const path = log.entries[9]!;
  assert(path.type === "path");
  assertEquals(path.local.address, srflx);
  assertMatch(srflx!, /^ipv4-\d+$/);
  // One address in two spellings.
  assertStringIncludes(lines.find((line) => line.startsWith("c=IN IP6"))!, tcp!);
  assertStringIncludes(
    lines.find((line) => line.startsWith("a=candidate:842") || line.includes("raddr ipv4"))!,
    "raddr ipv4-private-",
  );
  assertEquals(
    lines.find((line) => line.startsWith("a=ice-ufrag"))!.slice(12),
    /ufrag (\S+)/.exec(lines.join(" "))![1],
  );
});

Deno.test("exportHar() keeps what a bug report is read for", () => {
  const { log } = JSON.parse(exportHar(ENTRIES, { userAgent: "Firefox/140" }));
  const text = JSON.stringify(log);
  for (
    const kept of [
      "typ srflx",
      "network-cost 999",
      "51234",
      "1677729535",
      "tcptype active",
      "sha-256",
      "a=setup:actpass",
      "offer-replaced",
      "a=sctp-port:5000",
      "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
    ]
  ) {
    assertStringIncludes(text, kept);
  }
  assertEquals(log.browser.name, "Firefox/140");
  assertEquals(log.entries.map(({ time }: { time: number }) => time), ENTRIES.map(({ at }) => at - START));
  assertEquals(log.entries[1].startedDateTime, new Date(START + 10).toISOString());
});

Deno.test("isRecording() knows what exportHar() writes, and nothing else", () => {
  assert(isRecording(JSON.parse(exportHar(ENTRIES))));
  assert(isRecording({ log: { entries: [] } }));
  for (
    const other of [null, 1, "log", {}, { log: null }, { log: { entries: {} } }, { log: { entries: [null] } }, {
      log: { entries: [{ type: "asked", seq: 1 }] },
    }]
  ) assert(!isRecording(other), JSON.stringify(other));
});

function withoutTimes({ startedDateTime: _, time: __, ...entry }: Record<string, unknown>) {
  return entry;
}
