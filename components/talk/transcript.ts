import type { ChatMessage } from "@/lib/client/mod.ts";

/** Writes a conversation as plain text: a line with the time and who speaks, then the message, for each. */
export function transcribe(
  messages: readonly ChatMessage[],
  { me, them, language }: { me: string; them: string; language: string },
): string {
  const clock = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short" });
  return messages.map(({ at, from, text }) => `[${clock.format(at)}] ${from === "me" ? me : them}\n${text}\n`).join(
    "\n",
  );
}
