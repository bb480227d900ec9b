import sdp from "sdp";
import { explainAttribute } from "./attributes.ts";
import { type Line, line, MAX_LINE_LENGTH } from "./line.ts";
import type { LineKey } from "./references.ts";

/** Explains a line of a session description. Never throws. */
export function explainLine(raw: string): Line {
  // No browser sends lines this long; the beginning is enough to recognize one.
  const text = raw.slice(0, MAX_LINE_LENGTH);
  try {
    return read(text, raw) ?? line(raw, "unreadable");
  } catch {
    // The parser throws for malformed lines.
    return line(raw, "unreadable");
  }
}

/** The kinds of media with words of their own. */
const MEDIA = ["media-application", "media-audio", "media-video"] as const;

function read(text: string, raw: string): Line | undefined {
  const value = text.slice(2);
  switch (text.slice(0, 2)) {
    case "v=":
      return value === "0" ? line(raw, "version") : undefined;
    case "o=": {
      const { username, sessionId, sessionVersion, netType, address } = sdp.parseOLine(text);
      if (address === undefined || netType !== "IN" || !Number.isInteger(sessionVersion)) return undefined;
      return line(raw, "origin", { username, sessionId, sessionVersion, address });
    }
    case "s=":
      return line(raw, "name", { value });
    case "i=":
      return line(raw, "information", { value });
    case "c=": {
      const [, address] = /^IN IP[46] (\S+)$/.exec(value) ?? [];
      return address === undefined ? undefined : line(raw, "connection", { address });
    }
    case "b=": {
      const [, type, limit] = /^([\w-]+):(\d+)$/.exec(value) ?? [];
      return type === undefined ? undefined : line(raw, "bandwidth", { type, limit: Number(limit) });
    }
    case "t=":
      if (value === "0 0") return line(raw, "timing-always");
      return /^\d+ \d+$/.test(value) ? line(raw, "timing") : undefined;
    case "m=":
      return readMedia(text, raw);
    case "a=":
      return explainAttribute(text);
    default:
      return line(raw, "unknown", { name: text.slice(0, 1) });
  }
}

function readMedia(text: string, raw: string): Line | undefined {
  const { kind, port = NaN, protocol, fmt = [] } = sdp.parseMLine(text);
  if (!Number.isInteger(port) || protocol === undefined) return undefined;
  const key: LineKey = port === 0 ? "media-rejected" : MEDIA.find((it) => it === `media-${kind}`) ?? "media";
  return line(raw, key, { kind, port, protocol, formats: fmt.length, first: fmt[0] ?? "" });
}
