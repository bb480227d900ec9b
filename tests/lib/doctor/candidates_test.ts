import { assertEquals } from "@std/assert";
import { count, countHeard } from "@/lib/doctor/candidates.ts";
import { hostOf, isTurn, isUdp, machineOf, urlsOf } from "@/lib/doctor/ice_url.ts";
import { LOCAL, PUBLIC, RELAYED, TCP } from "./journal.ts";

const NONE = { host: 0, srflx: 0, prflx: 0, relay: 0, udp: 0, all: 0 };

Deno.test("count() counts each candidate once, regardless of its protocol's case", () => {
  assertEquals(count([LOCAL, LOCAL, PUBLIC, RELAYED, TCP]), { ...NONE, host: 2, srflx: 1, relay: 1, udp: 3, all: 4 });
});

Deno.test("count() leaves out invalid candidates", () => {
  assertEquals(count(["", "candidate:", "candidate:1 1 udp 1 192.0.2.1 1 typ other", "a=candidate"]), NONE);
});

Deno.test("countHeard() counts what a description tells as well as what follows", () => {
  const sdp = `v=0\r\na=${LOCAL}\r\na=${PUBLIC}\r\n`;
  const candidate = { candidate: RELAYED, sdpMid: "0", sdpMLineIndex: 0 };
  assertEquals(
    countHeard([{ seq: 1, type: "answer", sdp }, { seq: 2, type: "candidate", candidate }, { seq: 3, type: "bye" }]),
    { ...NONE, host: 1, srflx: 1, relay: 1, udp: 3, all: 3 },
  );
});

Deno.test("addresses of STUN and TURN servers say what they are, and how they are spoken to", () => {
  const addresses = ["stun:a:1", "turn:b", "turn:b?transport=tcp", "turns:c:443", "stuns:d"];
  assertEquals(addresses.filter(isTurn), ["turn:b", "turn:b?transport=tcp", "turns:c:443"]);
  assertEquals(addresses.filter(isUdp), ["stun:a:1", "turn:b"]);
  assertEquals(addresses.map(hostOf), ["a:1", "b", "b", "c:443", "d"]);
  assertEquals([...addresses, "stun:[2001:db8::1]:3478"].map(machineOf), ["a", "b", "b", "c", "d", "[2001:db8::1]"]);
  assertEquals(urlsOf([{ urls: "stun:a" }, { urls: ["turn:b", "turn:c"] }]), ["stun:a", "turn:b", "turn:c"]);
});
