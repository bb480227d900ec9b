import { createApp, type ToucanApp } from "@/lib/server/app.ts";
import { type Config, loadConfig } from "@/lib/server/config.ts";
import type { State } from "@/lib/server/define.ts";
import { Builder } from "fresh/dev";
import { createFakeClock, type FakeClock } from "./fake_clock.ts";

/** A whole server in memory, without a port. */
export interface TestApp extends AsyncDisposable {
  readonly app: ToucanApp;
  readonly kv: Deno.Kv;
  readonly clock: FakeClock;
  readonly config: Config;
  /** The faults that were reported. */
  readonly faults: unknown[];
  /** Sends a request to a path such as `/offer`. */
  request(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

let build: Promise<(app: ToucanApp) => void> | undefined;

/** Starts a server with a database and a clock of its own; `env` is what the environment would say. */
export async function startApp(env: Record<string, string> = {}, shared?: Deno.Kv): Promise<TestApp> {
  // One build serves all tests of a file: nothing in it depends on the app.
  build ??= new Builder<State>().build({ snapshot: "memory" });
  const applyBuild = await build;
  const kv = shared ?? await Deno.openKv(":memory:");
  const clock = createFakeClock();
  const faults: unknown[] = [];
  const config = loadConfig({ ICE_SERVERS: "[]", ...env });
  const app = createApp({ config, kv, clock, report: (fault) => faults.push(fault) });
  applyBuild(app);
  const handler = app.handler();
  const request = (path: string, init?: RequestInit) => handler(new Request(`http://localhost${path}`, init));
  return {
    app,
    kv,
    clock,
    config,
    faults,
    request,
    post: (path, body, headers = {}) =>
      request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    [Symbol.asyncDispose]() {
      app.store.close();
      if (shared === undefined) kv.close();
      return Promise.resolve();
    },
  };
}

/** An SDP of the shape browsers make, with the ICE credentials that tell one generation from another. */
export function sdpOf(ufrag: string): string {
  const lines = ["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", "m=application 9 UDP/DTLS/SCTP webrtc-datachannel"];
  return [...lines, `a=ice-ufrag:${ufrag}`, "a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa", "a=mid:0", ""].join("\r\n");
}

/** A caller's description. */
export function offerOf(ufrag: string) {
  return { type: "offer", sdp: sdpOf(ufrag) };
}

/** A callee's description. */
export function answerOf(ufrag: string) {
  return { type: "answer", sdp: sdpOf(ufrag) };
}

/** One candidate of an ICE generation, told apart by its port. */
export function candidateOf(ufrag: string, port: number) {
  return {
    candidate: `candidate:1 1 udp 2113937151 192.0.2.1 ${port} typ host`,
    sdpMid: "0",
    sdpMLineIndex: 0,
    usernameFragment: ufrag,
  };
}

/** Reads a problem (RFC 9457) and gives its code. */
export async function codeOf(answer: Response): Promise<string> {
  const { type } = await answer.json();
  return String(type).replace("/problems#", "");
}
