import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** What was dropped or pasted. */
export interface Dropped {
  readonly files: readonly File[];
  /** Folders, which can't be sent, were among them. */
  readonly folders: boolean;
}

/**
 * Takes files dropped anywhere on the page, or pasted. Returns whether some are being dragged over it. The whole page is
 * the target, since the browser would open a file dropped elsewhere, which would end the call.
 */
export function useDrops(enabled: boolean, onDropped: (dropped: Dropped) => void): Signal<boolean> {
  const hovering = useSignal(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = enabled ? "copy" : "none";
      hovering.value = enabled;
    }, { signal });
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) hovering.value = false;
    }, { signal });
    document.addEventListener("drop", (event) => {
      hovering.value = false;
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (enabled) onDropped(readFiles(event.dataTransfer));
    }, { signal });
    document.addEventListener("paste", (event) => {
      if (!enabled || !hasFiles(event.clipboardData)) return;
      event.preventDefault();
      onDropped(readFiles(event.clipboardData));
    }, { signal });
    return () => stop.abort();
  }, [enabled, onDropped]);
  return hovering;
}

// Text is dropped and pasted as usual, even with a picture of it, which word processors add.
function hasFiles(data: DataTransfer | null): data is DataTransfer {
  return data !== null && data.types.includes("Files") && !data.types.includes("text/plain");
}

function readFiles({ items, files }: DataTransfer): Dropped {
  const folders = Array.from(items, (item) => item.webkitGetAsEntry?.()).map((entry) => entry?.isDirectory === true);
  const kept = Array.from(files).filter((_, index) => folders[index] !== true);
  return { files: kept, folders: folders.includes(true) };
}
