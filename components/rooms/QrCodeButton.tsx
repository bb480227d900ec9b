import { useSignal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { fill } from "@/words/fill.ts";
import type { Words } from "@/words/mod.ts";
import type { QrCodeProps } from "./QrCode.tsx";

export interface QrCodeButtonProps {
  ready: boolean;
  link: string;
  room: string;
  words: Words["room"]["code"];
}

/** Shows and hides the link's QR code, whose code loads on demand. */
export function QrCodeButton({ ready, link, room, words }: QrCodeButtonProps) {
  const Code = useSignal<FunctionComponent<QrCodeProps> | null>(null);
  const shown = useSignal(false);
  const failed = useSignal(false);

  async function toggle() {
    failed.value = false;
    try {
      Code.value ??= (await import("./QrCode.tsx")).QrCode;
      shown.value = !shown.value;
    } catch {
      failed.value = true;
    }
  }

  const Shown = Code.value;
  return (
    <>
      <button type="button" class="button" disabled={!ready} aria-expanded={shown.value} onClick={toggle}>
        {shown.value ? words.hide : words.show}
      </button>
      {failed.value && <p class="problem" role="alert">{words.failed}</p>}
      {shown.value && Shown !== null && (
        <figure class="code">
          <Shown text={link} name={fill(words.name, { room })} />
          <figcaption class="hint">{words.hint}</figcaption>
        </figure>
      )}
    </>
  );
}
