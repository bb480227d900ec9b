import type { ChatMessage } from "@/lib/client/mod.ts";

/** One message, as text: nothing in it is taken for markup, and it runs in the direction of its own letters. */
export function Message({ message: { from, text, at, delivered } }: { message: ChatMessage }) {
  return (
    <li class={`message ${from}`}>
      <span class="visually-hidden">{from === "me" ? "You:" : "Other side:"}</span>
      <p class="bubble" dir="auto">{text}</p>
      <p class="stamp">
        <time dateTime={new Date(at).toISOString()}>{CLOCK.format(at)}</time>
        {from === "me" && (
          <>
            {" "}
            <span aria-hidden="true">{delivered ? "✓✓" : "✓"}</span>
            <span class="visually-hidden">{delivered ? "Delivered" : "Sent"}</span>
          </>
        )}
      </p>
    </li>
  );
}

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
