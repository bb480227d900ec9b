import { assertEquals } from "@std/assert";
import type { NumberedMessage } from "@/lib/protocol/mod.ts";
import { type TestApp } from "./app.ts";
import { candidateOf } from "./descriptions.ts";

/** What `GET …/messages` and a WebSocket tell. */
export interface News {
  messages: NumberedMessage[];
  next: number;
  call: string;
  reset?: true;
}

/** What `POST …/messages` answers. */
export interface Heard {
  call: string;
  next: number;
  expiresAt: string;
}

/** A server-sent event, by its fields. */
export type ServerEvent = Record<string, string>;

/** The messages of one side, for the resource's query. */
export type Sender = "caller" | "callee";

/** A candidate as a message. */
export function candidateMessage(ufrag: string, port: number) {
  return { type: "candidate", candidate: candidateOf(ufrag, port) };
}

/** Messages as they are read, the first of them with this number. */
export function numbered(messages: readonly object[], first = 1): NumberedMessage[] {
  return messages.map((message, index) => ({ seq: first + index, ...message }) as NumberedMessage);
}

/** Says something and gives what was answered; fails where it was refused. */
export async function say(
  { post }: Pick<TestApp, "post">,
  from: Sender,
  messages: unknown,
  headers: Record<string, string> = {},
): Promise<Heard> {
  const answer = await post(`/messages?from=${from}`, messages, headers);
  const heard: Heard = await answer.json();
  assertEquals(answer.status, 201, JSON.stringify(heard));
  assertEquals(answer.headers.get("etag"), heard.call === "" ? null : heard.call);
  return heard;
}

/** Reads what is new; fails where that was refused. */
export async function hear(
  { get }: Pick<TestApp, "get">,
  to: Sender,
  after = 0,
  headers: Record<string, string> = {},
): Promise<News> {
  const answer = await get(`/messages?to=${to}&after=${after}`, headers);
  const news: News = await answer.json();
  assertEquals(answer.status, 200, JSON.stringify(news));
  assertEquals(answer.headers.get("etag"), news.call === "" ? null : news.call);
  return news;
}

/** Ports of candidates, and the types of all other messages. */
export function brief(messages: readonly NumberedMessage[]): (string | number)[] {
  return messages.map((message) =>
    message.type === "candidate" ? Number(message.candidate.candidate.split(" ")[5]) : message.type
  );
}

/** Reads a stream of events one by one. */
export function readEvents({ body }: Response) {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    /** The next event with a field other than a comment, or `null` at the end. */
    async next(): Promise<ServerEvent | null> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end >= 0) {
          const event = parseEvent(text.slice(0, end));
          text = text.slice(end + 2);
          if (Object.keys(event).some((field) => field !== "")) return event;
        } else {
          const { done, value } = await reader.read();
          if (done) return null;
          text += value;
        }
      }
    },
    cancel: () => reader.cancel(),
  };
}

function parseEvent(text: string): ServerEvent {
  return Object.fromEntries(
    text.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1)];
    }),
  );
}
