import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/**
 * Returns whether files are being dragged over the page. Takes files dropped anywhere on the page, or pasted. The whole page is the target, since the browser would open a file
 * dropped elsewhere, and the call would end. `hadFolders` says that folders, which can't be sent, were among them.
 */
export function useDrops(onFiles: (files: readonly File[], hadFolders: boolean) => void): Signal<boolean> {
  const hovering = useSignal(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    const take = (event: Event, data: DataTransfer | null) => {
      hovering.value = false;
      if (!hasFiles(data)) return;
      event.preventDefault();
      const { files, hadFolders } = readFiles(data);
      latest.current(files, hadFolders);
    };
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      hovering.value = true;
    }, listen);
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) hovering.value = false;
    }, listen);
    document.addEventListener("drop", (event) => take(event, event.dataTransfer), listen);
    document.addEventListener("paste", (event) => take(event, event.clipboardData), listen);
    return () => stop.abort();
  }, []);
  return hovering;
}

// Text is dropped and pasted as usual, even with a picture of it, which word processors add.
function hasFiles(data: DataTransfer | null): data is DataTransfer {
  return data !== null && data.types.includes("Files") && !data.types.includes("text/plain");
}

function readFiles({ items, files }: DataTransfer) {
  const folders = Array.from(items, (item) => item.webkitGetAsEntry?.()).map((entry) => entry?.isDirectory === true);
  return { files: Array.from(files).filter((_, index) => folders[index] !== true), hadFolders: folders.includes(true) };
}
