import { useEffect } from "preact/hooks";
import { useLeaveWarning } from "./use_leave_warning.ts";

/** Keeps what a person presses by chance from ending a talk: the browser asks, and links open in another tab. */
export function useLeaveGuard(active: boolean): void {
  useLeaveWarning(active);
  useEffect(() => {
    if (!active) return;
    const stop = new AbortController();
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link === null || link.download !== "" || isOnThisPage(link)) return;
      link.target = "_blank";
      link.rel ||= "noopener";
    };
    document.addEventListener("click", onClick, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [active]);
}

function isOnThisPage({ href, hash }: HTMLAnchorElement): boolean {
  return hash !== "" && href === location.href.replace(/#.*$/s, "") + hash;
}
