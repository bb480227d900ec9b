import type { Message, Posting, Receipt } from "../protocol/mod.ts";
import { createOutbox } from "./outbox.ts";
import { Interrupted, type Outage, Refused, Unreachable } from "./signaling_error.ts";
import { createReceiver, type Receiver, type ReceiverOptions } from "./transports/receiver.ts";
import type { Post } from "./transports/mod.ts";

/** The server responds, or it is tried again: it doesn't respond, or responds with errors. */
export type ServerState = "ok" | "silent" | "failing";

/** The conversation with the other side, through the server. */
export interface Signaling extends Pick<Receiver, "hear"> {
  /**
   * Says messages in a call, `""` where the offer opens one. Whatever is cut, the server stores them once and in order.
   *
   * @throws {Unreachable}, {@linkcode Refused}, or the abort's reason
   */
  say(messages: readonly Message[], call: string): Promise<Receipt>;
}

interface SignalingOptions extends Omit<ReceiverOptions, "onOutage"> {
  post: Post;
  onServer(state: ServerState): void;
}

/** Creates one side's signaling; nothing is sent before it says something or is to hear. */
export function createSignaling({ post, ...options }: SignalingOptions): Signaling {
  const { note, onOver, onServer, abort } = options;
  const receiver = createReceiver({
    ...options,
    onOver(error) {
      noteRefusal(error);
      onOver(error);
    },
    onOutage: tell,
  });
  const outbox = createOutbox({ send, isByRequest: () => receiver.line.say === undefined, abort });
  // Two pages in the same role must not have keys in common.
  const prefix = crypto.getRandomValues(new Uint32Array(3)).join(".");
  let lastId = 0;

  async function send(messages: readonly Message[], call: string): Promise<Receipt> {
    const id = ++lastId;
    note({ type: "said", via: receiver.line.name, id, messages });
    try {
      const receipt = await deliver({ messages, call, key: `${prefix}.${id}` });
      note({ type: "taken", id });
      return receipt;
    } catch (error) {
      noteRefusal(error, id);
      throw error;
    } finally {
      tell(undefined);
    }
  }

  async function deliver(posting: Posting): Promise<Receipt> {
    if (receiver.line.say === undefined || !receiver.isListening) return await post(posting, tell);
    try {
      return await receiver.line.say(posting);
    } catch (error) {
      if (error instanceof Interrupted) return await post(posting, tell);
      throw error;
    }
  }

  function tell(outage: Outage | undefined) {
    if (abort.aborted) return;
    if (outage === undefined) return onServer("ok");
    note({ type: "cut", via: receiver.line.name, detail: new Unreachable(outage).message, ...outage });
    onServer(outage.status === undefined ? "silent" : "failing");
  }

  function noteRefusal(error: unknown, id?: number) {
    if (!(error instanceof Refused || error instanceof Unreachable)) return;
    const code = error instanceof Refused ? error.code : undefined;
    note({
      type: "refused",
      ...(id === undefined ? {} : { id }),
      ...(code === undefined ? {} : { code }),
      detail: error.message,
    });
  }

  return {
    say(messages, call) {
      // A WebSocket has to be open before anything can be said over it.
      if (receiver.line.say !== undefined && call === "") receiver.hear("");
      return outbox.add(messages, call);
    },
    hear: receiver.hear,
  };
}
