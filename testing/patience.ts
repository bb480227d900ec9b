/**
 * How long a test waits for what must happen, where it measures nothing: enough for a machine that is busy with other
 * things as well.
 */
export const PATIENCE_MS = 120_000;

/** Waits for something by its name. @throws {Error} with that name, where it takes longer than a test waits */
export async function patiently<T>(name: string, wanted: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`This takes too long: ${name}`)), PATIENCE_MS);
  return await Promise.race([wanted, late.promise]).finally(() => clearTimeout(timer));
}
