import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { explain, type Line, type LineKey, rawOf } from "@/lib/inspect/mod.ts";
import { SAID } from "@/testing/said.ts";

for (const [browser, { offer, answer, candidates }] of Object.entries(SAID)) {
  for (const [type, sdp] of [["offer", offer], ["answer", answer]] as const) {
    Deno.test(`explain() knows every line of ${browser}'s ${type}, in order`, () => {
      const { sections, left } = explain({ type, sdp });
      assertEquals(left, 0);
      assertEquals(sections.map(({ key, index }) => [key, index]), [
        ["session", undefined],
        ["audio", 0],
        ["video", 1],
        ["application", 2],
      ]);
      const lines = sections.flatMap(({ lines }) => lines);
      assertEquals(lines.map(({ raw }) => raw), sdp.trim().split("\r\n"));
      assertEquals(unclear(lines), []);
      assertEquals(lines.filter(({ references }) => references.length === 0), []);
    });
  }

  Deno.test(`explain() knows every piece of ${browser}'s candidates`, () => {
    assertNotEquals(candidates.length, 0);
    for (const candidate of candidates) {
      const [section, ...others] = explain({ type: "candidate", candidate }).sections;
      assertEquals(others, []);
      const keys = section!.lines.map(({ key }) => key);
      assertEquals(keys, ["candidate", "sdp-mid", "sdp-m-line-index", "candidate-ufrag"]);
      const parts = section!.lines[0]!.parts;
      assertEquals(unclear(parts), []);
      assertEquals(`candidate:${parts.map(({ raw }) => raw).join(" ")}`, candidate.candidate);
      assert(parts.some(({ key }) => key === "address-hidden"));
    }
  });
}

Deno.test("explain() takes a priority apart", () => {
  const [priority] = partsOf("candidate:1 1 udp 2113937151 192.0.2.1 50556 typ host")
    .filter(({ key }) => key === "priority");
  assertEquals(priority?.values, {
    priority: 2_113_937_151,
    typePreference: 126,
    localPreference: 30,
    component: 1,
  });
  const { typePreference, localPreference, component } = priority!.values as Record<string, number>;
  assertEquals(2 ** 24 * typePreference! + 2 ** 8 * localPreference! + 256 - component!, 2_113_937_151);
});

Deno.test("explain() tells the kinds of candidates, protocols and addresses apart", () => {
  const keys = (candidate: string) => partsOf(candidate).map(({ key }) => key);
  assertEquals(keys("candidate:2 2 tcp 1 2001:db8::1 9 typ srflx raddr 10.0.0.1 rport 9 tcptype active"), [
    "foundation",
    "component-rtcp",
    "protocol-tcp",
    "priority",
    "address-ipv6",
    "port-discard",
    "type-srflx",
    "raddr",
    "rport",
    "tcptype",
  ]);
  assertEquals(
    keys("candidate:3 1 UDP 1 192.0.2.1 5000 typ relay raddr 0.0.0.0 rport 0 generation 1 network-id 2 network-cost 10")
      .slice(2),
    [
      "protocol-udp",
      "priority",
      "address",
      "port",
      "type-relay",
      "raddr-hidden",
      "rport",
      "generation",
      "network-id",
      "network-cost",
    ],
  );
  assertEquals(keys("candidate:4 1 udp 1 192.0.2.1 5000 typ prflx x-own 1").slice(6), ["type-prflx", "extension"]);
  assertEquals(keys("candidate:5 1 quic 1 192.0.2.1 5000 typ moon")[2], "protocol");
  assertEquals(keys("candidate:5 1 quic 1 192.0.2.1 5000 typ moon")[6], "type");
});

const EXAMPLES: readonly (readonly [string, LineKey])[] = [
  ["i=Tea", "information"],
  ["b=AS:500", "bandwidth"],
  ["t=1 2", "timing"],
  ["a=group:LS 0 1", "group"],
  ["a=bundle-only", "bundle-only"],
  ["m=audio 0 UDP/TLS/RTP/SAVPF 111", "media-rejected"],
  ["m=text 9 RTP/AVP 98", "media"],
  ["a=rtcp-mux-only", "rtcp-mux-only"],
  ["a=ptime:20", "ptime"],
  ["a=maxptime:60", "maxptime"],
  ["a=rid:hi send", "rid"],
  ["a=simulcast:send hi;lo", "simulcast"],
  ["a=sendonly", "sendonly"],
  ["a=recvonly", "recvonly"],
  ["a=inactive", "inactive"],
  ["a=ice-options:renomination", "ice-options"],
  ["a=ice-options:ice2 trickle", "ice-options-trickle"],
  ["a=ice-lite", "ice-lite"],
  ["a=setup:active", "setup-active"],
  ["a=setup:passive", "setup-passive"],
  ["a=tls-id:1234567890abcdef1234", "tls-id"],
  ["a=max-message-size:0", "max-message-size-any"],
  ["a=x-own:1", "unknown"],
  ["z=0 0", "unknown"],
  ["v=1", "unreadable"],
  ["o=-", "unreadable"],
  ["c=here", "unreadable"],
  ["m=audio", "unreadable"],
  ["a=candidate:1 1 udp", "unreadable"],
  ["a=candidate:1 1 udp much 192.0.2.1 5000 typ host", "unreadable"],
  ["a=rtpmap:x", "unreadable"],
  ["a=rtpmap:111", "unreadable"],
  ["a=fmtp:x", "unreadable"],
  ["a=extmap:x", "unreadable"],
  ["a=fingerprint:sha-256", "unreadable"],
  ["a=setup:holdconn", "unreadable"],
  ["a=sctp-port:many", "unreadable"],
  ["a=ice-ufrag:", "unreadable"],
  ["a=__proto__:1", "unknown"],
  ["a=constructor", "unknown"],
];

for (const [raw, expected] of EXAMPLES) {
  Deno.test(`explain() says that ${raw} is ${expected}`, () => {
    const { sections } = explain({ type: "offer", sdp: `${raw}\r\n` });
    assertEquals(sections.flatMap(({ lines }) => lines).map(({ key }) => key), [expected]);
  });
}

Deno.test("explain() explains messages without a description", () => {
  for (
    const [message, key] of [
      [{ type: "end-of-candidates" }, "all-candidates-sent"],
      [{ type: "candidate", candidate: { candidate: "" } }, "all-candidates-sent"],
      [{ type: "candidate", candidate: { candidate: "nonsense" } }, "unreadable"],
      [{ type: "renegotiate" }, "renegotiate"],
      [{ type: "bye" }, "bye"],
    ] as const
  ) {
    assertEquals(explain(message).sections.flatMap(({ lines }) => lines).map(({ key }) => key), [key]);
  }
});

Deno.test("rawOf() gives what was sent, whole", () => {
  assertEquals(rawOf({ type: "answer", sdp: SAID.firefox.answer }), SAID.firefox.answer);
  assertEquals(rawOf({ type: "candidate", candidate: { candidate: "candidate:1" } }), "candidate:1");
  assertEquals(rawOf({ type: "bye" }), "bye");
});

function partsOf(candidate: string): readonly Line[] {
  return explain({ type: "candidate", candidate: { candidate } }).sections[0]!.lines[0]!.parts;
}

/** Lines, and what they are made of, that nothing is known of. */
function unclear(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => [line, ...line.parts])
    .filter(({ key }) => key === "unknown" || key === "unreadable" || key === "extension")
    .map(({ raw }) => raw);
}
