import {
  DEFAULT_LIMITS,
  type IceCandidate,
  parseCandidates,
  parseDescription,
  type Side,
  SIDES,
} from "../protocol/mod.ts";
import { createPoller, type Polling } from "./polling.ts";
import { Refused } from "./signaling_error.ts";
import type { PostedOffer } from "./state.ts";
import { createTransport, type Reply, requireSuccess, type TransportOptions } from "./transport.ts";

/**
 * The contract as one call needs it. Everything rejects with `Refused`, `Unreachable`, or the abort's reason; what reads
 * waits until there is something.
 */
export interface Signaling {
  /** Opens a call, or with `renews` (an ETag) lets it live longer. */
  postOffer(sdp: string, renews?: string): Promise<{ offer: PostedOffer; ttlMs: number }>;
  /** The offer, or with `newerThan` (an ETag) the next one; `onGone` is told when that one has gone. */
  readOffer(newerThan?: string, onGone?: () => void): Promise<{ sdp: string; etag: string }>;
  postAnswer(sdp: string, etag: string): Promise<void>;
  /** The answer to the offer that `etag` names. */
  readAnswer(etag: string): Promise<string>;
  postCandidates(side: Side, batch: readonly IceCandidate[]): Promise<void>;
  /** The candidates of a side beyond the first `after`, as soon as there are some. */
  readCandidates(side: Side, after: number): Promise<IceCandidate[]>;
}

export interface SignalingOptions extends TransportOptions {
  /** Epoch milliseconds. */
  now(): number;
  onPolling(polling: Polling): void;
}

/** How long the server may take for an answer it doesn't wait with. */
const TIMEOUT_MS = 10_000;

/** How long an offer is taken to live where the server doesn't say, or seems to live in another time. */
const UNKNOWN_TTL_MS = 60_000;

/** Speaks the contract with a server. */
export function createSignaling(options: SignalingOptions): Signaling {
  const { now } = options;
  const transport = createTransport(options);
  const { poll } = createPoller({ ...options, transport });

  function post(path: string, body: unknown, headers = {}, onRetry?: () => void): Promise<Reply> {
    return transport.persist({ method: "POST", path, headers, body, timeoutMs: TIMEOUT_MS }, onRetry);
  }

  async function peek(path: string): Promise<Reply> {
    return await transport.persist({ method: "GET", path, timeoutMs: TIMEOUT_MS });
  }

  return {
    async postOffer(sdp, renews) {
      const reply = await post("/offer", { type: "offer", sdp }, renews === undefined ? {} : { "if-match": renews });
      const ttlMs = ttlOf(reply, now());
      return { offer: { etag: etagOf(reply), expiresAt: now() + ttlMs }, ttlMs };
    },

    async readOffer(newerThan, onGone) {
      let known = newerThan;
      return await poll({
        path: "/offer",
        headers: () => known === undefined ? {} : { "if-none-match": known },
        nothing({ status }) {
          if (status !== 404 || known === undefined) return;
          known = undefined;
          onGone?.();
        },
        read(reply) {
          const etag = etagOf(reply);
          return etag === known ? undefined : { sdp: parseDescription(reply.body, "offer").sdp, etag };
        },
      });
    },

    async postAnswer(sdp, etag) {
      let repeated = false;
      try {
        await post("/answer", { type: "answer", sdp }, { "if-match": etag }, () => repeated = true);
      } catch (error) {
        // The first try may have arrived, and only its answer not.
        if (!(error instanceof Refused && error.code === "answer-taken" && repeated)) throw error;
        const { sdp: taken } = parseDescription((await peek("/answer")).body, "answer");
        if (taken !== sdp) throw error;
      }
    },

    async readAnswer(etag) {
      try {
        return await poll({
          path: "/answer",
          headers: () => ({ "if-match": etag }),
          read: ({ body }) => parseDescription(body, "answer").sdp,
        });
      } catch (error) {
        // To the server an offer that is gone is as much another one as a second caller's: that one would be there.
        if (error instanceof Refused && error.code === "offer-replaced") await peek("/offer");
        throw error;
      }
    },

    async postCandidates(side, batch) {
      await post(`/${SIDES[side].candidate}`, batch);
    },

    async readCandidates(side, after) {
      return await poll({
        path: `/${SIDES[side].candidates}?after=${after}`,
        read({ body }) {
          const candidates = parseCandidates(body, { ...DEFAULT_LIMITS, batch: Infinity });
          return candidates.length === 0 ? undefined : candidates;
        },
      });
    },
  };
}

/** Hangs up for the page's sake: not bound to a call's end, tried once. `etag` keeps another's call from being hit. */
export async function deleteRoom({ base, fetch, random }: Omit<TransportOptions, "abort">, etag?: string) {
  const transport = createTransport({ base, fetch, random, abort: new AbortController().signal });
  const headers = etag === undefined ? {} : { "if-match": etag };
  // The lobby's base is empty, its address is not.
  const path = base === "" ? "/" : "";
  requireSuccess(await transport.once({ method: "DELETE", path, headers, timeoutMs: TIMEOUT_MS, keepalive: true }));
}

// Compressing proxies mark ETags as weak, and If-Match never matches a weak one (RFC 9110, section 13.1.1).
function etagOf({ headers }: Reply): string {
  return (headers.get("etag") ?? "").replace(/^W\//, "");
}

// By the server's clock where it says what time it is: this machine's may be wrong by hours.
function ttlOf({ body, headers }: Reply, now: number): number {
  const { expiresAt } = (typeof body === "object" ? body ?? {} : {}) as { expiresAt?: unknown };
  const date = Date.parse(headers.get("date") ?? "");
  const ttlMs = Date.parse(String(expiresAt)) - (Number.isNaN(date) ? now : date);
  return ttlMs > 0 ? ttlMs : UNKNOWN_TTL_MS;
}
