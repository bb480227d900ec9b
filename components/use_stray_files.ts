import { useEffect, useRef } from "preact/hooks";

/** Takes files dropped anywhere on the page: otherwise the browser would open one, and the call would end. */
export function useStrayFiles(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    document.addEventListener("dragover", (event) => hasFiles(event.dataTransfer) && event.preventDefault(), listen);
    document.addEventListener("drop", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      latest.current([...event.dataTransfer.files]);
    }, listen);
    return () => stop.abort();
  }, []);
}

function hasFiles(data: DataTransfer | null): data is DataTransfer {
  return data !== null && data.types.includes("Files") && !data.types.includes("text/plain");
}
