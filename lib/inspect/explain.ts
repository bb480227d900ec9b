import type { Message } from "../protocol/mod.ts";
import { explainLine } from "./description.ts";
import { type Line, line } from "./line.ts";

/** Lines that belong together: those of the whole session, of one media section, or of one candidate. */
export interface Section {
  /** `media` for a kind of media that no browser has. */
  readonly key: "session" | "application" | "audio" | "video" | "media" | "candidate" | "message";
  /** Its index among the media sections. */
  readonly index?: number;
  readonly lines: readonly Line[];
}

/** A message in sections and lines. */
export interface Explanation {
  readonly sections: readonly Section[];
  /** How many lines beyond {@linkcode MAX_LINES} are left out. */
  readonly left: number;
}

/** How many lines are explained at most. A call with audio and video has about 200 of them. */
export const MAX_LINES = 1_000;

/**
 * Explains each line of a message. The message is untrusted: this never throws, and its work is bounded.
 */
export function explain(message: Message): Explanation {
  switch (message.type) {
    case "offer":
    case "answer":
      return explainDescription(message.sdp);
    case "candidate":
      return { sections: [{ key: "candidate", lines: linesOfCandidate(message.candidate) }], left: 0 };
    case "end-of-candidates":
      return { sections: [{ key: "candidate", lines: [line(message.type, "all-candidates-sent")] }], left: 0 };
    case "renegotiate":
    case "bye":
      return { sections: [{ key: "message", lines: [line(message.type, message.type)] }], left: 0 };
  }
}

/** Returns the text of a message as it was sent. */
export function rawOf(message: Message): string {
  if (message.type === "offer" || message.type === "answer") return message.sdp;
  return message.type === "candidate" ? message.candidate.candidate : message.type;
}

function explainDescription(sdp: string): Explanation {
  const all = sdp.split(/\r\n|\r|\n/).filter((it) => it !== "");
  const sections: { key: Section["key"]; index?: number; lines: Line[] }[] = [];
  for (const raw of all.slice(0, MAX_LINES)) {
    if (raw.startsWith("m=")) {
      sections.push({ key: keyOfMedia(raw), index: sections.filter(({ key }) => key !== "session").length, lines: [] });
    } else if (sections.length === 0) sections.push({ key: "session", lines: [] });
    sections.at(-1)?.lines.push(explainLine(raw));
  }
  return { sections, left: Math.max(0, all.length - MAX_LINES) };
}

function keyOfMedia(raw: string): Section["key"] {
  return (["application", "audio", "video"] as const).find((kind) => raw.startsWith(`m=${kind} `)) ?? "media";
}

function linesOfCandidate(candidate: Extract<Message, { type: "candidate" }>["candidate"]): Line[] {
  const { candidate: raw, sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  const lines = [raw === "" ? line(`""`, "all-candidates-sent") : readCandidate(raw)];
  if (typeof sdpMid === "string") lines.push(line(`sdpMid: ${sdpMid}`, "sdp-mid", { value: sdpMid }));
  if (typeof sdpMLineIndex === "number") {
    lines.push(line(`sdpMLineIndex: ${sdpMLineIndex}`, "sdp-m-line-index", { value: sdpMLineIndex + 1 }));
  }
  if (typeof usernameFragment === "string") {
    lines.push(line(`usernameFragment: ${usernameFragment}`, "candidate-ufrag", { value: usernameFragment }));
  }
  return lines;
}

function readCandidate(raw: string): Line {
  const { key, values, parts } = explainLine(raw.startsWith("a=") ? raw : `a=${raw}`);
  return key === "candidate" ? line(raw, key, values, parts) : line(raw, "unreadable");
}
