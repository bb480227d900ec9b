import { findLinks } from "@/components/links.ts";
import { versionOf } from "@/lib/client/negotiation.ts";
import { retryAfterMs } from "@/lib/client/pace.ts";
import { createEventParser } from "@/lib/client/transports/event_parser.ts";
import { count } from "@/lib/doctor/candidates.ts";
import { isTurn, isUdp, machineOf } from "@/lib/doctor/ice_url.ts";
import { parseEndMark, parseFileMessage } from "@/lib/files/message.ts";
import { safeName } from "@/lib/files/name.ts";
import { parseThumbnail } from "@/lib/files/thumbnail.ts";
import { explain } from "@/lib/inspect/mod.ts";
import { createMasker } from "@/lib/ladder/mask.ts";
import { maskCandidate, maskSdp } from "@/lib/ladder/mask_sdp.ts";
import {
  candidateLinesIn,
  parseCandidates,
  parseDescription,
  parsePreferWait,
  parseRoomName,
  refusalCodeOf,
  ufragOfCandidate,
  ufragsOf,
} from "@/lib/protocol/mod.ts";
import { parseETags } from "@/lib/server/call/call.ts";
import { parseIceServers } from "@/lib/server/http/ice_servers.ts";
import { parseAddress, parseKey } from "@/lib/server/http/request.ts";
import { assertAsFast, harmlessText, HOSTILE_CHARS, hostileTexts } from "./hostile_texts.ts";

/** What takes text from a stranger: what its texts begin with, and a harmless one. */
const PARSERS: Record<string, [parse: (text: string) => unknown, starts: string[], harmless: string]> = {
  parsePreferWait: [parsePreferWait, ["wait=", 'wait="', "wait"], "respond-async, wait=10, "],
  parseRoomName: [parseRoomName, [], "tea"],
  parseAddress: [parseAddress, ["/rooms/", "/"], "/rooms/tea/offer"],
  parseETags: [parseETags, ['W/"'], '"a", '],
  parseKey: [parseKey, [], "key"],
  parseDescription: [(sdp) => parseDescription({ type: "offer", sdp }, "offer"), [], "a=mid:0\r\n"],
  parseCandidates: [(candidate) => parseCandidates([{ candidate }]), ["candidate:"], "candidate:1 1 udp 1 a.local 9 "],
  candidateLinesIn: [candidateLinesIn, ["a=candidate:"], "a=candidate:1 1 udp 1 a.local 9 typ host\r\n"],
  ufragOfCandidate: [(candidate) => ufragOfCandidate({ candidate }), [" ufrag "], "candidate:1 1 udp 1 a.local 9 "],
  ufragsOf: [ufragsOf, ["a=ice-ufrag:"], "a=ice-ufrag:aaaa\r\n"],
  refusalCodeOf: [(type) => refusalCodeOf({ type }), ["/problems#"], "/problems#fault"],
  parseIceServers: [(urls) => parseIceServers([{ urls }]), ["turn:"], "turn:a"],
  createEventParser: [(text) => createEventParser(() => {})(text), ["data:", "id: "], "data: one\n\n"],
  "createEventParser, in pieces": [parseInPieces, ["data:"], "data: one\n\n"],
  retryAfterMs: [readRetryAfter, ["Mon, "], "120"],
  versionOf: [versionOf, ["o=", "o=- "], "o=- 1 2 IN IP4 0.0.0.0\r\n"],
  "the doctor's count": [(line) => count([line]), ["candidate:1 1 udp ", " typ "], "candidate:1 1 udp 1 a.local 9 "],
  machineOf: [(url) => [machineOf(url), isTurn(url), isUdp(url)], ["turn:a?", "stun:"], "turn:a?transport=udp"],
  parseFileMessage: [(name) => parseFileMessage({ type: "file-offer", id: "0".repeat(16), name }), [], "a.txt"],
  parseEndMark: [parseEndMark, [], "{}"],
  parseThumbnail: [parseThumbnail, ["/9j/"], "/9j/4AAQSkZJ"],
  findLinks: [
    findLinks,
    ["https://", "https://a.example/(", "https://a.example ", "https://a@", "mailto:a@"],
    "https://a.example/b, ",
  ],
  safeName: [safeName, ["x"], "a.txt"],
  "explain, a description": [
    (sdp) => explain({ type: "offer", sdp }),
    ["a=candidate:", "m=audio ", "a=fmtp:", "a=extmap:", "a=fingerprint:", "c=IN IP4 ", "o=", "a=rtcp-fb:", "b=AS:"],
    "a=candidate:1 1 udp 1 a.local 9 typ host\r\n",
  ],
  "explain, a candidate": [
    (candidate) => explain({ type: "candidate", candidate: { candidate } }),
    ["candidate:1 1 udp 2 a.local 9 typ "],
    "candidate:1 1 udp 1 a.local 9 typ host ",
  ],
  "Masker.text": [
    (text) => createMasker().text(text),
    ["http://", "stun:[", "/rooms/", "::"],
    "GET http://a/offer 200, ",
  ],
  "Masker.address": [(text) => createMasker().address(text), ["["], "192.0.2.1"],
  maskCandidate: [(line) => maskCandidate(line, createMasker()), ["candidate:"], "candidate:1 1 udp 1 a.local 9 "],
  maskSdp: [(sdp) => maskSdp(sdp, createMasker()), ["a=candidate:", "m=", "o=", "c="], "m=audio 9 RTP 0\r\n"],
};

for (const [name, [parse, starts, harmless]] of Object.entries(PARSERS)) {
  Deno.test(`${name}: ${HOSTILE_CHARS} hostile characters take no longer than harmless ones`, async () => {
    await assertAsFast(quietly(parse), harmlessText(harmless), hostileTexts(starts));
  });
}

/** Whether something is refused is not what is asked here. */
function quietly(parse: (text: string) => unknown): (text: string) => void {
  return (text) => {
    try {
      parse(text);
    } catch {
      // Refused.
    }
  };
}

function parseInPieces(text: string): void {
  const parse = createEventParser(() => {});
  for (let index = 0; index < text.length; index += 4) parse(text.slice(index, index + 4));
}

/** HTTP knows no spaces at the ends of a header; Deno's `Headers` takes long to drop them. */
function readRetryAfter(text: string): number {
  return retryAfterMs({ headers: new Headers({ "retry-after": text.replace(/[^ -~]/g, " ").trim() }) });
}
