import type { Happening, JournalEntry } from "@/lib/client/mod.ts";

/** When the journals of these tests begin, in epoch milliseconds. */
export const START = 1_800_000_000_000;

/** A journal of these happenings, one each 10 ms. */
export function journalOf(...happenings: (Happening & { readonly restart?: true })[]): JournalEntry[] {
  return happenings.map((happening, index) => ({ ...happening, seq: index + 1, at: START + 10 * index }));
}

/** What begins a caller's journal. */
export const BEGIN: Happening = { type: "phase", phase: "offering", role: "caller" };

/** A description with all that tells who and where somebody is, in each of the places where it may stand. */
export const SECRETS = [
  "203.0.113.77",
  "198.51.100.9",
  "192.168.17.23",
  "10.44.55.66",
  "2001:db8:85a3::8a2e:370:7334",
  "2001:0DB8:85a3:0:0:8A2E:370:7334",
  "fe80::1ff:fe23:4567:890a",
  "5e5f1d42-0a8c-4b9e-9c32-aabbccddeeff",
  "uFr4",
  "aSecretPasswordOfTwentyTwo",
  "otherUfrag99",
  "9C:2F:6E:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66",
  "4611731400430051336",
  "842163049",
  "turn.intern.example",
  "etag-of-the-call",
  "tea-at-five",
  "some-cname@host",
  "alice",
] as const;

export const SDP = [
  "v=0",
  "o=alice 4611731400430051336 2 IN IP4 203.0.113.77",
  "s=alice calls",
  "e=alice@host.example",
  "t=0 0",
  "a=group:BUNDLE 0",
  "a=msid-semantic: WMS alice",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "c=IN IP6 2001:db8:85a3::8a2e:370:7334",
  "c=IN IP4 198.51.100.9/127",
  "a=rtcp:9 IN IP4 198.51.100.9",
  "a=candidate:842163049 1 udp 1677729535 203.0.113.77 51234 typ srflx raddr 192.168.17.23 rport 50000 generation 0 ufrag uFr4 network-cost 999",
  "a=candidate:2 1 udp 2113937151 5e5f1d42-0a8c-4b9e-9c32-aabbccddeeff.local 50001 typ host",
  "a=candidate:3 1 tcp 1518280447 2001:0DB8:85a3:0:0:8A2E:370:7334 9 typ host tcptype active",
  "a=candidate:4 1 udp 41885439 198.51.100.9 3478 typ relay raddr fe80::1ff:fe23:4567:890a%eth0 rport 1 x-note alice",
  "a=remote-candidates:1 203.0.113.77 9",
  "a=ice-ufrag:uFr4",
  "a=ice-pwd:aSecretPasswordOfTwentyTwo",
  "a=ice-options:trickle",
  "a=fingerprint:sha-256 9C:2F:6E:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66",
  "a=tls-id:alice",
  "a=ssrc:1234 cname:some-cname@host",
  "a=setup:actpass",
  "a=mid:0",
  "a=sctp-port:5000",
  "a=max-message-size:262144",
  "",
].join("\r\n");
