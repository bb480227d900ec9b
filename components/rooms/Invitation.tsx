import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { copyText } from "@/components/copy_text.ts";
import type { RoomName } from "@/lib/protocol/mod.ts";
import { invitationTo } from "@/lib/rooms/invitation.ts";
import type { Words } from "@/words/mod.ts";
import { QrCodeButton } from "./QrCodeButton.tsx";

export interface InvitationProps {
  room: RoomName;
  /** The origin that the request was sent to. */
  origin: string;
  words: Pick<Words["room"], "link" | "code">;
}

/** The invitation to this room, and ways to share it. */
export function Invitation({ room, origin, words: { link: words, code } }: InvitationProps) {
  const link = useSignal(invitationTo(room, origin));
  const note = useSignal(words.hint);
  const ready = useSignal(false);
  const shareable = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Behind a proxy, the server's origin may differ from the one the person sees.
    link.value = invitationTo(room, location.origin);
    shareable.value = "share" in navigator;
    ready.value = true;
  }, []);

  async function copy() {
    const isCopied = await copyText(link.value);
    field.current?.select();
    note.value = isCopied ? words.copied : words.selected;
  }

  async function share() {
    try {
      await navigator.share({ title: words.shareTitle, url: link.value });
    } catch {
      // The person closed the browser's dialog.
    }
  }

  return (
    <section class="beside" aria-labelledby="invitation">
      <h2 id="invitation">{words.label}</h2>
      <label class="visually-hidden" for="room-link">{words.label}</label>
      <div class="hand-over">
        <input
          ref={field}
          id="room-link"
          class="field"
          type="text"
          readOnly
          value={link.value}
          aria-describedby="room-link-note"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" disabled={!ready.value} onClick={copy}>{words.copy}</button>
        <QrCodeButton ready={ready.value} link={link.value} room={room} words={code} />
        <button
          type="button"
          class="button share"
          // Keeps its place if the browser can't share, which is only known once the page is interactive.
          data-shareable={shareable.value}
          disabled={!shareable.value}
          onClick={share}
        >
          {words.share}
        </button>
        <p id="room-link-note" class="hint" role="status">{note.value}</p>
      </div>
    </section>
  );
}
