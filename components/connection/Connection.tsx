import type { ComponentChildren } from "preact";
import type { Path, PathEnd } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import { formatSize, formatTime } from "@/components/format.ts";
import { useMeasured } from "./measuring.ts";
import { Plot } from "./Plot.tsx";
import type { ConnectionWords } from "./words.ts";

export interface ConnectionProps {
  /** The statistics of the peer connection, if there is one. */
  stats(): Promise<RTCStatsReport | undefined>;
  words: ConnectionWords;
  /** As BCP 47 names it. */
  language: string;
}

/** Measures and shows the path between the browsers: direct or relayed, its addresses, round trip and traffic. */
export function Connection({ stats, words, language }: ConnectionProps) {
  const { path, samples } = useMeasured(stats);
  return (
    <section class="connection" aria-label={words.title} data-path={path && kindOf(path)}>
      {path === undefined ? <p class="connection-none">{words.none}</p> : (
        <>
          <Kind path={path} words={words} />
          <dl class="connection-facts">
            <Fact name={words.local}>
              <End end={path.local} words={words} />
            </Fact>
            <Fact name={words.remote}>
              <End end={path.remote} words={words} />
            </Fact>
            <Fact name={words.protocol}>{path.local.protocol.toUpperCase()}</Fact>
            <Fact name={words.roundTrip}>
              {path.roundTripMs === undefined ? words.unmeasured : formatTime(path.roundTripMs, language)}
            </Fact>
            <Fact name={words.sent}>{formatSize(path.bytesSent, language)}</Fact>
            <Fact name={words.received}>{formatSize(path.bytesReceived, language)}</Fact>
          </dl>
          <Plot samples={samples} words={words.plot} language={language} />
        </>
      )}
    </section>
  );
}

function Kind({ path, words }: { path: Path; words: ConnectionWords }) {
  const { title, text } = words[kindOf(path)];
  return (
    <p class="connection-kind">
      <strong>{title}</strong> {text}
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function End({ end, words }: { end: PathEnd; words: ConnectionWords }) {
  const { type, address, port, relayProtocol } = end;
  return (
    <>
      <span>{words.types[type]}</span>
      <span class="connection-address">
        {address === undefined ? words.hidden : <code>{withPort(address, port)}</code>}
      </span>
      {relayProtocol !== undefined && (
        <span>{fill(words.relayProtocol, { protocol: relayProtocol.toUpperCase() })}</span>
      )}
    </>
  );
}

function kindOf({ local, remote }: Path): "direct" | "relayed" {
  return local.type === "relay" || remote.type === "relay" ? "relayed" : "direct";
}

// Puts an IPv6 address in brackets (RFC 5952, section 6).
function withPort(address: string, port: number | undefined): string {
  if (port === undefined) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
