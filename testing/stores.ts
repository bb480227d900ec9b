import { DEFAULT_LIMITS, LOBBY, type SessionDescription } from "@/lib/protocol/mod.ts";
import { createStore, type Store, type StoreOptions } from "@/lib/server/store/store.ts";
import { createFakeClock, type FakeClock } from "./fake_clock.ts";
import { sdpOf } from "./descriptions.ts";

/** A store with a clock of its own, as in a process of its own. */
export interface TestStore {
  store: Store;
  clock: FakeClock;
}

/** Makes a store over a database. */
export function createTestStore(kv: Deno.Kv, options: Partial<StoreOptions> = {}): TestStore {
  const clock = createFakeClock();
  const store = createStore({
    kv,
    clock,
    ttlMs: 600_000,
    limits: DEFAULT_LIMITS,
    maxWaiting: 100,
    space: { maxBytes: 1e9 },
    ...options,
  });
  return { store, clock };
}

/** Waits for an answer in the lobby; resolves to its SDP, or to `null` if the wait ended without one. */
export async function waitForAnswer(
  { store }: TestStore,
  abort = new AbortController().signal,
): Promise<string | null> {
  const isNew = ({ callee }: { callee: { description: unknown } }) => callee.description !== null;
  const { callee } = await store.readWhen(LOBBY, { isNew, waitMs: 20_000, abort: () => abort });
  return callee.description?.sdp ?? null;
}

/** Makes a session description. */
export function describe(type: "offer" | "answer", ufrag: string = type): SessionDescription {
  return { type, sdp: sdpOf(ufrag) };
}

/** Makes a path for a database's file; disposing of it removes its folder. */
export async function createKvFile(): Promise<AsyncDisposable & { path: string }> {
  const folder = await Deno.makeTempDir();
  return {
    path: `${folder}/kv.sqlite`,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Holds commits back; returns a function that releases them. */
export function holdCommits(kv: Deno.Kv): () => void {
  const held = Promise.withResolvers<void>();
  watchCommits(kv, () => held.promise);
  return held.resolve;
}

/** Counts a database's commits; each waits for `before`. */
export function watchCommits(kv: Deno.Kv, before: (nth: number) => Promise<unknown> = () => Promise.resolve()) {
  const commits = { count: 0 };
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const operation = atomic();
    const commit = operation.commit.bind(operation);
    operation.commit = async () => {
      await before(++commits.count);
      return await commit();
    };
    return operation;
  };
  return commits;
}
