import { createMasker } from "@/lib/ladder/mask.ts";
import { maskCandidate, maskSdp } from "@/lib/ladder/mask_sdp.ts";
import { assert, assertEquals, assertMatch } from "@std/assert";

Deno.test("address() names the kind of network, and keeps what says nothing", () => {
  const { address } = createMasker();
  assertEquals(["203.0.113.7", "192.168.0.2", "203.0.113.8", "192.168.0.2"].map(address), [
    "ipv4-1",
    "ipv4-private-1",
    "ipv4-2",
    "ipv4-private-1",
  ]);
  assertEquals(["2001:db8::1", "2001:DB8:0:0:0:0:0:1", "[2001:db8::1]", "fd00::1"].map(address), [
    "ipv6-1",
    "ipv6-1",
    "ipv6-1",
    "ipv6-private-1",
  ]);
  assertEquals(["0.0.0.0", "127.0.0.1", "::", "::1"].map(address), ["0.0.0.0", "127.0.0.1", "::", "::1"]);
  assertEquals([address("a-b.local"), address("turn.example")], ["mdns-1", "host-1"]);
});

Deno.test("text() masks addresses, hosts, rooms and quotations in any sentence", () => {
  const { text } = createMasker();
  for (
    const [before, after] of [
      ["from 203.0.113.7:99 to 10.0.0.1.", "from ipv4-1:99 to ipv4-private-1."],
      ["[2001:db8::1]:9", "[ipv6-1]:9"],
      ["::ffff:203.0.113.7", "ipv6-2"],
      ["10.0.0.15 and 203.0.113.70", "ipv4-private-2 and ipv4-2"],
      ["2001:db8::1:2", "ipv6-3"],
      ["stun:stun.example:3478", "stun:host-1:3478"],
      ["turns:[2001:db8::1]:443?transport=tcp", "turns:ipv6-1:443?transport=tcp"],
      ["wss://user:secret@toucan.example/rooms/tea?x=1", "wss://host-2/…"],
      ["GET /rooms/tea/offer", "GET /rooms/room-1/offer"],
      [`Cannot find "tea"`, `Cannot find "quoted-1"`],
      ["Nobody is at STUN.example", "Nobody is at host-1"],
      ["No answer within 10 s", "No answer within 10 s"],
    ] as const
  ) assertEquals(text(before), after);
});

Deno.test("maskSdp() masks attributes and lines that it doesn't know", () => {
  const masked = maskSdp(
    "i=me and my cat\r\na=x-where:here\r\na=x-flag-of-mine\r\nnonsense about me\r\n",
    createMasker(),
  );
  assertEquals(masked, "i=line-1\r\na=x-where:value-1\r\na=attribute-1\r\nx=line-2\r\n");
});

Deno.test("maskCandidate() masks what isn't a candidate, and pairs it doesn't know", () => {
  const masker = createMasker();
  assertEquals(maskCandidate("", masker), "");
  assertEquals(maskCandidate("203.0.113.7 is mine", masker), "line-1");
  const masked = maskCandidate("candidate:1 1 udp 1 203.0.113.7 5 typ host secret mine", masker);
  assertMatch(masked, /^candidate:foundation-1 1 udp 1 ipv4-1 5 typ host secret value-1$/);
  // Somebody's own words in the place of the grammar's.
  assert(!maskCandidate("candidate:1 203.0.113.7 udp x@y.z a b typ host", masker).includes("203"));
});
