import type { CallState } from "@/lib/client/mod.ts";

/**
 * Moves the focus on where a change of phase asks for it: into the message field when the channel opens, and to what
 * took the place of a control that went away under it. A focus that rests elsewhere is left alone.
 */
export function moveFocus(call: HTMLElement, phase: CallState["phase"]): void {
  if (phase === "open") find(call, "#message")?.focus();
  else if (isFocusLost()) find(call, phase === "ended" ? "#status" : "#hang-up")?.focus();
}

function find(call: HTMLElement, selector: string): HTMLElement | null {
  return call.querySelector<HTMLElement>(selector);
}

function isFocusLost(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.matches(":disabled");
}
