import type { CallState } from "@/lib/client/mod.ts";

/**
 * Moves the focus after a change of phase: into the message field when the channel opens, and from a control that has
 * disappeared to what replaced it. Focus elsewhere stays.
 */
export function moveFocus(call: HTMLElement, phase: CallState["phase"]): void {
  if (phase === "open") find(call, "#message")?.focus({ preventScroll: true });
  else if (isFocusLost()) find(call, phase === "ended" ? "#status" : "#hang-up")?.focus({ preventScroll: true });
}

function find(call: HTMLElement, selector: string): HTMLElement | null {
  return call.querySelector<HTMLElement>(selector);
}

function isFocusLost(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.matches(":disabled");
}
