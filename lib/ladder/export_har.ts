import type { JournalEntry } from "../client/mod.ts";
import type { Message } from "../protocol/mod.ts";
import { createMasker, type Masker } from "./mask.ts";
import { maskCandidate, maskSdp } from "./mask_sdp.ts";

export interface HarOptions {
  /** Keeps addresses, ICE credentials, fingerprints and the call's name. */
  unmasked?: boolean;
  /** Recorded as the browser's name. */
  userAgent?: string;
}

/**
 * Exports a journal as JSON in the layout of HAR 1.2: `log.entries`, each with its `startedDateTime` and its `time`,
 * here in milliseconds since the first one. `isRecording` recognizes it.
 */
export function exportHar(entries: readonly JournalEntry[], { unmasked = false, userAgent }: HarOptions = {}): string {
  const start = entries[0]?.at ?? 0;
  const kept = unmasked ? entries : maskAll(entries);
  const log = {
    version: "1.2",
    creator: { name: "toucan", version: "1" },
    ...(userAgent === undefined ? {} : { browser: { name: userAgent, version: "" } }),
    comment: unmasked
      ? "Not masked: with addresses, keys and rooms"
      : "Masked: the same name stands for the same value",
    masked: !unmasked,
    entries: kept.map((entry) => ({
      startedDateTime: new Date(entry.at).toISOString(),
      time: entry.at - start,
      ...entry,
    })),
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

// Twice, since a text may contain what only a later entry shows to be a secret.
function maskAll(entries: readonly JournalEntry[]): JournalEntry[] {
  const masker = createMasker();
  entries.forEach((entry) => maskEntry(entry, masker));
  return entries.map((entry) => maskEntry(entry, masker));
}

function maskEntry(entry: JournalEntry, masker: Masker): JournalEntry {
  const { name, address, text } = masker;
  switch (entry.type) {
    case "heard":
      return {
        ...entry,
        call: name("call", entry.call),
        messages: entry.messages.map((message) => ({ ...maskMessage(message, masker), seq: message.seq })),
      };
    case "said":
      return { ...entry, messages: entry.messages.map((message) => maskMessage(message, masker)) };
    case "gathered":
      return { ...entry, candidate: entry.candidate && maskInit(entry.candidate, masker) };
    case "candidate-error":
      return { ...entry, url: text(entry.url), text: text(entry.text) };
    case "path": {
      const [local, remote] = [entry.local, entry.remote].map((end) => {
        return end.address === undefined ? end : { ...end, address: address(end.address) };
      });
      return { ...entry, local: local!, remote: remote! };
    }
    case "phase":
      return entry.detail === undefined ? entry : { ...entry, detail: text(entry.detail) };
    case "cut":
    case "refused":
      return { ...entry, detail: text(entry.detail) };
    case "channel":
      return { ...entry, label: /^(chat|toucan)$/.test(entry.label) ? entry.label : name("channel", entry.label) };
    case "asked":
    case "nothing":
    case "taken":
    case "transport":
    case "deleted":
    case "state":
      return entry;
    default:
      return entry satisfies never;
  }
}

function maskMessage(message: Message, masker: Masker): Message {
  switch (message.type) {
    case "offer":
    case "answer":
      return { type: message.type, sdp: maskSdp(message.sdp, masker) };
    case "candidate": {
      const { candidate, ...rest } = maskInit(message.candidate, masker);
      return { type: "candidate", candidate: { candidate: candidate ?? "", ...rest } };
    }
    case "end-of-candidates": {
      const { usernameFragment } = message;
      if (usernameFragment === undefined) return { type: message.type };
      return { type: message.type, usernameFragment: masker.name("ufrag", usernameFragment) };
    }
    default:
      // The other side may send types that aren't known here.
      return { type: message.type };
  }
}

function maskInit(init: RTCIceCandidateInit, masker: Masker): RTCIceCandidateInit {
  const { candidate = "", sdpMid, sdpMLineIndex, usernameFragment } = init;
  return {
    candidate: maskCandidate(candidate, masker),
    ...(sdpMid === undefined ? {} : { sdpMid }),
    ...(sdpMLineIndex === undefined ? {} : { sdpMLineIndex }),
    ...(usernameFragment === undefined
      ? {}
      : { usernameFragment: usernameFragment && masker.name("ufrag", usernameFragment) }),
  };
}
