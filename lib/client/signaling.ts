import {
  type IceCandidate,
  isEndOfCandidates,
  type Message,
  type NumberedMessage,
  parseDescription,
  type Side,
} from "../protocol/mod.ts";
import { createInbox, type Heard } from "./inbox.ts";
import { Refused } from "./signaling_error.ts";
import type { PostedOffer } from "./state.ts";
import { createHttp, type HttpOptions, requireSuccess } from "./transports/http.ts";
import { openWire, type TransportOptions } from "./transports/mod.ts";

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
  /** Whether each of these is a request of its own: worth waiting a little for what goes with it. */
  readonly isCostly: boolean;
}

export interface SignalingOptions extends TransportOptions {
  abort: AbortSignal;
}

/** How long the server may take to take a call's end. */
const TIMEOUT_MS = 10_000;

/** Speaks the contract with a server, by messages. */
export function createSignaling(options: SignalingOptions): Signaling {
  const { now, abort } = options;
  const wire = openWire(options);
  const inbox = createInbox({ wire, abort });
  let call = "";

  async function say(messages: readonly Message[], to: string) {
    // A WebSocket says what is said by the connection that hears.
    if (wire.line.say !== undefined && call === "") inbox.listen("");
    return await wire.say({ messages, call: to });
  }

  return {
    async postOffer(sdp, renews = "") {
      const receipt = await say([{ type: "offer", sdp }], renews);
      call = receipt.call;
      return { offer: { etag: call, expiresAt: now() + receipt.ttlMs }, ttlMs: receipt.ttlMs };
    },

    async readOffer(newerThan, onGone) {
      for (let known = newerThan;;) {
        inbox.listen("");
        try {
          const found = await inbox.find(({ call, messages }) => {
            const message = call === known ? undefined : messages.find(({ type }) => type === "offer");
            return message && { message, etag: call };
          });
          call = found.etag;
          return { sdp: sdpOf(found.message, "offer"), etag: call };
        } catch (error) {
          if (!isOver(error)) throw error;
          if (known !== undefined && error.code !== "offer-replaced") onGone?.();
          known = undefined;
        }
      }
    },

    async postAnswer(sdp, etag) {
      await say([{ type: "answer", sdp }], etag);
    },

    async readAnswer(etag) {
      inbox.listen(etag);
      try {
        const message = await inbox.find((heard) => {
          return heard.call === etag ? heard.messages.find(({ type }) => type === "answer") : undefined;
        });
        return sdpOf(message, "answer");
      } catch (error) {
        if (isOver(error) && error.code === "call-ended") throw new Refused("no-offer", error.message);
        throw error;
      }
    },

    async postCandidates(_side, batch) {
      await say(batch.map(toMessage), call);
    },

    async readCandidates(_side, after) {
      const mine = call;
      return await inbox.find((heard) => {
        const news = heard.call === mine ? candidatesIn(heard).slice(after) : [];
        return news.length === 0 ? undefined : news;
      });
    },

    get isCostly() {
      return wire.line.say === undefined;
    },
  };
}

/** Hangs up for the page's sake: not bound to a call's end, tried once. `etag` keeps another's call from being hit. */
export async function deleteRoom({ base, fetch, random }: Omit<HttpOptions, "abort">, etag?: string) {
  const http = createHttp({ base, fetch, random, abort: new AbortController().signal });
  const headers = etag === undefined ? {} : { "if-match": etag };
  // The lobby's base is empty, its address is not.
  const path = base === "" ? "/" : "";
  requireSuccess(await http.once({ method: "DELETE", path, headers, timeoutMs: TIMEOUT_MS, keepalive: true }));
}

function isOver(error: unknown): error is Refused {
  return error instanceof Refused &&
    (error.code === "call-ended" || error.code === "expired" || error.code === "offer-replaced");
}

function sdpOf(message: NumberedMessage, type: "offer" | "answer"): string {
  return parseDescription(message, type).sdp;
}

function toMessage(candidate: IceCandidate): Message {
  if (!isEndOfCandidates(candidate)) return { type: "candidate", candidate };
  const { usernameFragment } = candidate;
  return { type: "end-of-candidates", ...(usernameFragment ? { usernameFragment } : {}) };
}

function candidatesIn({ messages }: Heard): IceCandidate[] {
  return messages.flatMap((message) => {
    if (message.type === "candidate") return [message.candidate];
    return message.type === "end-of-candidates" ? [{ candidate: "" }] : [];
  });
}
