const FIRST_BACK_OFF_MS = 250;
const MAX_BACK_OFF_MS = 8_000;
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Returns how long to wait after the nth failure in a row: twice as long each time, spread so that clients don't align.
 */
export function backOffMs(failures: number, random: () => number): number {
  const full = Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), MAX_BACK_OFF_MS);
  return full * (0.5 + random() / 2);
}

/** Parses `Retry-After` (RFC 9110, section 10.2.3), at most 30 s; 0 without one. */
export function retryAfterMs(reply: { headers: Headers } | undefined): number {
  const value = reply?.headers.get("retry-after") ?? "";
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}

/** Resolves after `ms`. @throws the abort's reason, as soon as there is one */
export function sleep(ms: number, abort: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (abort.aborted) return reject(abort.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(abort.reason);
    };
    const timer = setTimeout(() => {
      abort.removeEventListener("abort", stop);
      resolve();
    }, ms);
    abort.addEventListener("abort", stop, { once: true });
  });
}
