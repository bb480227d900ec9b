import { assertEquals, assertThrows } from "@std/assert";
import { linkIceServers, parseIceServers } from "@/lib/server/http/ice_servers.ts";

Deno.test("parseIceServers() accepts what RTCPeerConnection does, and drops the rest", () => {
  const servers = [
    { urls: "stun:a.test:3478" },
    { urls: ["turn:b.test?transport=udp", "turns:b.test"], username: "u", credential: "c" },
  ];
  assertEquals(parseIceServers(servers.map((server) => ({ ...server, x: 1 }))), servers);
  assertEquals(parseIceServers([]), []);
});

const WRONG: [value: unknown, reason: string][] = [
  [{}, "it is an array of servers"],
  [null, "it is an array of servers"],
  [[null], "each server is an object"],
  [["stun:a.test"], "each server is an object"],
  [[{}], `"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`],
  [[{ urls: [] }], `"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`],
  [[{ urls: ["stun:a.test", 5] }], `"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`],
  [[{ urls: "https://a.test" }], `"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`],
  [[{ urls: "stun:a test" }], `"urls" is a stun:, stuns:, turn: or turns: address, or an array of them`],
  [[{ urls: "turn:a.test", username: "u" }], `"username" and "credential" are strings, and go together`],
  [[{ urls: "turn:a.test", credential: "c" }], `"username" and "credential" are strings, and go together`],
  [[{ urls: "turn:a.test", username: "u", credential: 5 }], `"username" and "credential" are strings, and go together`],
  [[{ urls: "turn:a.test", username: 5, credential: 5 }], `"username" and "credential" are strings, and go together`],
];

for (const [value, reason] of WRONG) {
  Deno.test(`parseIceServers() refuses ${JSON.stringify(value)}`, () => {
    assertEquals(assertThrows(() => parseIceServers(value), TypeError).message, reason);
  });
}

Deno.test("linkIceServers() quotes what is valid in a header, and drops the rest", () => {
  assertEquals(linkIceServers([]), "");
  const [username, credential] = ['a"b\\c', "né\r\nw"];
  assertEquals(
    linkIceServers([{ urls: ["turn:a.test", "turns:a.test"], username, credential }, { urls: "stun:b.test" }]),
    [
      `<turn:a.test>; rel="ice-server"; username="a\\"b\\\\c"; credential="nw"`,
      `<turns:a.test>; rel="ice-server"; username="a\\"b\\\\c"; credential="nw"`,
      `<stun:b.test>; rel="ice-server"`,
    ].join(", "),
  );
});

for (
  const urls of [
    "stun:é",
    "stun:🦜",
    "stun:a>;x",
    "stun:<a",
    "stun:\u0001",
    'stun:"',
    "stun:\u007f",
    "stun:",
    "xstun:a",
  ]
) {
  Deno.test(`parseIceServers() refuses ${JSON.stringify(urls)}, which is invalid in a header`, () => {
    assertThrows(() => parseIceServers([{ urls }]), TypeError);
  });
}
