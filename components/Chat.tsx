import type { CallView, SendResult } from "@/lib/client/mod.ts";
import { MessageForm } from "./MessageForm.tsx";
import { MessageList } from "./MessageList.tsx";

export interface ChatProps {
  view: CallView;
  onSend(text: string): SendResult;
}

/** What was said, and the field to say more in while the channel is open. */
export function Chat({ view: { state, messages }, onSend }: ChatProps) {
  const open = state.phase === "open" || state.phase === "reconnecting";
  return (
    <section class="chat" aria-label="Chat">
      <MessageList messages={messages} empty={open ? "Say hello." : "Messages appear here once you are connected."} />
      <MessageForm open={open} onSend={onSend} />
    </section>
  );
}
