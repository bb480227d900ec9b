import { useEffect, useMemo } from "preact/hooks";

/** Returns an address of a blob, which is valid for as long as the component is in the page. */
export function useObjectUrl(blob: Blob): string {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}
