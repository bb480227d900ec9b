import { assert, assertEquals } from "@std/assert";
import { createFiles, type FileProblem, type Files, type Transfer } from "@/lib/files/mod.ts";
import { BufferedChannel } from "./buffered_channel.ts";
import { FakeStorage } from "./two_pages.ts";

/** The one file's. */
export const ID = "0123456789abcdef";

/** One engine, and somebody at the other end who says what they like. */
export interface Hostile {
  readonly files: Files;
  readonly storage: FakeStorage;
  readonly said: Record<string, unknown>[];
  /** The channels that the engine has made. */
  readonly channels: BufferedChannel[];
  transfer(): Transfer | undefined;
  transfers(): readonly Transfer[];
  until(phase: Transfer["phase"]): Promise<void>;
  /** Offers a file and waits until a channel for it is taken; gives the other end of that. */
  send(sizeBytes: number): Promise<BufferedChannel>;
}

/** Makes a page that believes nobody. */
export function hostile(): Hostile {
  const storage = new FakeStorage();
  const said: Record<string, unknown>[] = [];
  const channels: BufferedChannel[] = [];
  let shown: readonly Transfer[] = [];
  let look = () => {};
  const files = createFiles({
    say: (message) => void said.push(message),
    openChannel: (label) => {
      const [own] = BufferedChannel.pair(label);
      channels.push(own);
      queueMicrotask(() => own.open());
      return own.asChannel;
    },
    onChange(transfers) {
      shown = transfers;
      look();
    },
    storage,
    every: () => () => {},
    createId: () => ID,
  });
  async function until(phase: Transfer["phase"]) {
    while (shown[0]?.phase !== phase) await new Promise<void>((resolve) => look = resolve);
  }
  return {
    files,
    storage,
    said,
    channels,
    transfer: () => shown[0],
    transfers: () => shown,
    until,
    async send(sizeBytes) {
      files.hear({ type: "file-offer", id: ID, name: "x", sizeBytes });
      await files.accept(ID);
      const [own, theirs] = BufferedChannel.pair(`file-${ID}`);
      assert(files.takeChannel(own.asChannel));
      own.open();
      return theirs;
    },
  };
}

/** Asserts that it failed by this name, and that the other side was told. */
export function assertFailed({ transfer, said }: Hostile, problem: FileProblem) {
  const it = transfer();
  assertEquals(it?.phase === "failed" && it.problem, problem);
  assertEquals(said.at(-1), { type: "file-cancel", id: ID, reason: problem });
}
