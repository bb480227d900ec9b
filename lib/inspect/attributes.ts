import sdp from "sdp";
import { explainCandidate } from "./candidate.ts";
import { type Line, line, type Values } from "./line.ts";
import type { LineKey } from "./references.ts";

/** Explains an attribute; `undefined` if it doesn't have the form that its name requires. */
type Reader = (raw: string, value: string) => Line | undefined;

/** Explains `a=…`: as `unknown` if the name isn't known here; `undefined` if the attribute is malformed. */
export function explainAttribute(raw: string): Line | undefined {
  const [, name = "", value = ""] = /^a=([^:]*):?(.*)$/s.exec(raw) ?? [];
  const read = Object.hasOwn(READERS, name) ? READERS[name]! : undefined;
  return read === undefined ? line(raw, "unknown", { name }) : read(raw, value.trim());
}

const READERS: Readonly<Record<string, Reader>> = {
  "group": (raw, value) => {
    const [semantics, ...mids] = value.split(" ");
    return line(raw, semantics === "BUNDLE" ? "group-bundle" : "group", {
      semantics: semantics ?? "",
      mids: mids.join(", "),
    });
  },
  "bundle-only": flag("bundle-only"),
  "msid-semantic": (raw, value) => line(raw, "msid-semantic", { value }),
  "mid": filled("mid"),
  "msid": (raw, value) => {
    const [stream = "", track = ""] = value.split(" ");
    return stream === "" ? undefined : line(raw, "msid", { stream, track });
  },
  "rtpmap": (raw) => {
    const { payloadType, name, clockRate, channels } = sdp.parseRtpMap(raw);
    return numbers(payloadType, clockRate, channels) && line(raw, "rtpmap", { payloadType, name, clockRate, channels });
  },
  "fmtp": (raw, value) => {
    const payloadType = Number.parseInt(value);
    const parameters = Object.entries(sdp.parseFmtp(raw));
    const list = parameters.map(([name, value]) => value === undefined ? name : `${name} = ${value}`).join(", ");
    return numbers(payloadType) && line(raw, "fmtp", { payloadType, list });
  },
  "rtcp-fb": (raw, value) => {
    const { type, parameter = "" } = sdp.parseRtcpFb(raw);
    const [payloadType = ""] = value.split(" ");
    return /^(\d+|\*)$/.test(payloadType)
      ? line(raw, "rtcp-fb", { payloadType, type: `${type} ${parameter}`.trim() })
      : undefined;
  },
  "extmap": (raw) => {
    const { id, uri } = sdp.parseExtmap(raw);
    return numbers(id) && uri ? line(raw, "extmap", { id, uri }) : undefined;
  },
  "extmap-allow-mixed": flag("extmap-allow-mixed"),
  "rtcp": filled("rtcp"),
  "rtcp-mux": flag("rtcp-mux"),
  "rtcp-mux-only": flag("rtcp-mux-only"),
  "rtcp-xr": filled("rtcp-xr"),
  "rtcp-rsize": flag("rtcp-rsize"),
  "ptime": counted("ptime"),
  "maxptime": counted("maxptime"),
  "ssrc": (raw) => {
    const { ssrc, attribute = "", value = "" } = sdp.parseSsrcMedia(raw);
    return numbers(ssrc) && line(raw, "ssrc", { ssrc, attribute, value });
  },
  "ssrc-group": (raw) => {
    const { semantics, ssrcs } = sdp.parseSsrcGroup(raw);
    return ssrcs.length > 0 && numbers(...ssrcs)
      ? line(raw, "ssrc-group", { semantics, ssrcs: ssrcs.join(", ") })
      : undefined;
  },
  "rid": (raw, value) => {
    const [id = "", direction = ""] = value.split(" ");
    return direction === "" ? undefined : line(raw, "rid", { id, direction });
  },
  "simulcast": filled("simulcast"),
  "sendrecv": flag("sendrecv"),
  "sendonly": flag("sendonly"),
  "recvonly": flag("recvonly"),
  "inactive": flag("inactive"),
  "ice-ufrag": filled("ice-ufrag"),
  "ice-pwd": filled("ice-pwd"),
  "ice-options": (raw) => {
    const options = sdp.parseIceOptions(raw);
    return line(raw, options.includes("trickle") ? "ice-options-trickle" : "ice-options", {
      options: options.join(", "),
    });
  },
  "ice-lite": flag("ice-lite"),
  "fingerprint": (raw) => {
    const { algorithm, value } = sdp.parseFingerprint(raw);
    return value ? line(raw, "fingerprint", { algorithm, value }) : undefined;
  },
  "setup": (raw, value) => {
    const key = (["setup-actpass", "setup-active", "setup-passive"] as const).find((it) => it === `setup-${value}`);
    return key && line(raw, key);
  },
  "tls-id": filled("tls-id"),
  "sctp-port": counted("sctp-port"),
  "max-message-size": (raw, value) => counted(value === "0" ? "max-message-size-any" : "max-message-size")(raw, value),
  "candidate": (raw) => explainCandidate(raw),
  "end-of-candidates": flag("end-of-candidates"),
};

/** An attribute without a value. */
function flag(key: LineKey): Reader {
  return (raw, value) => value === "" ? line(raw, key) : undefined;
}

/** An attribute with any value. */
function filled(key: LineKey): Reader {
  return (raw, value) => value === "" ? undefined : line(raw, key, { value });
}

function counted(key: LineKey): Reader {
  return (raw, value) => /^\d+$/.test(value) ? line(raw, key, { value: Number(value) } satisfies Values) : undefined;
}

function numbers(...values: readonly number[]): true | undefined {
  return values.every(Number.isInteger) || undefined;
}
