import { useEffect, useRef } from "preact/hooks";

/**
 * Takes the files that are dropped on a page while the part for them is closed. The browser would go to such a file, and
 * the call would be over; the part, once it is open, takes them itself.
 */
export function useStrayFiles(isTaken: () => boolean, onFiles: (files: readonly File[]) => void): void {
  const latest = useRef({ isTaken, onFiles });
  latest.current = { isTaken, onFiles };

  useEffect(() => {
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    document.addEventListener("dragover", (event) => hasFiles(event.dataTransfer) && event.preventDefault(), listen);
    document.addEventListener("drop", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (!latest.current.isTaken()) latest.current.onFiles([...event.dataTransfer.files]);
    }, listen);
    return () => stop.abort();
  }, []);
}

function hasFiles(data: DataTransfer | null): data is DataTransfer {
  return data !== null && data.types.includes("Files") && !data.types.includes("text/plain");
}
