import type { IceCandidate } from "@/lib/protocol/mod.ts";
import chromium from "./said/chromium.json" with { type: "json" };
import firefox from "./said/firefox.json" with { type: "json" };

/** What a browser said for a call with sound, picture and a data channel, and what the same browser answered. */
export interface Said {
  readonly offer: string;
  readonly answer: string;
  readonly candidates: readonly IceCandidate[];
}

/**
 * Recorded from Chromium 156 and Firefox 153 by `tests/e2e/inspector_test.ts`; passwords, fingerprints and hidden
 * addresses are replaced.
 */
export const SAID: Readonly<Record<"chromium" | "firefox", Said>> = { chromium, firefox };
