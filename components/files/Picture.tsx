import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { pictureOf, type Transfer } from "@/lib/files/mod.ts";
import { fill } from "@/words/fill.ts";
import { useObjectUrl } from "./use_object_url.ts";
import type { FilesWords } from "./words.ts";

export interface PictureProps {
  transfer: Transfer;
  words: FilesWords;
}

/** A file's thumbnail, if it has one. Of an image that has arrived it is a button, which shows the image. */
export function Picture({ transfer, words }: PictureProps) {
  const { name, thumbnail } = transfer;
  const picture = useSignal<Blob | undefined>(undefined);
  const isOpen = useSignal(false);
  const blob = transfer.phase === "done" ? transfer.blob : undefined;

  useEffect(() => {
    // A file that can't be read is no picture.
    if (blob !== undefined) pictureOf(blob).then((it) => picture.value = it, () => {});
  }, [blob]);

  const small = thumbnail && <Thumbnail blob={thumbnail} />;
  if (picture.value === undefined) return small ? <div class="transfer-picture">{small}</div> : null;
  return (
    <div class="transfer-picture">
      <button
        type="button"
        class="button show"
        aria-label={fill(words.showNamed, { name })}
        onClick={() => isOpen.value = true}
      >
        {small}
        {words.show}
      </button>
      {isOpen.value && <Viewer blob={picture.value} name={name} words={words} onClose={() => isOpen.value = false} />}
    </div>
  );
}

/** The name beside it says what it is. */
function Thumbnail({ blob }: { blob: Blob }) {
  return <img class="thumbnail" src={useObjectUrl(blob)} alt="" />;
}

interface ViewerProps {
  /** Its type is that of a raster image. */
  blob: Blob;
  name: string;
  words: FilesWords;
  onClose(): void;
}

/** Shows an image over the page; a click beside it closes it. */
function Viewer({ blob, name, words, onClose }: ViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={name}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && close()}
    >
      <img src={useObjectUrl(blob)} alt={name} />
      <button type="button" class="button" onClick={close}>{words.close}</button>
    </dialog>
  );
}
