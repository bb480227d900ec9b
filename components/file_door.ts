import type { Call } from "@/lib/client/mod.ts";
import type { Files, FilesOptions, Transfer } from "@/lib/files/mod.ts";

/** What may come before the code for files has been fetched; a well-behaved side says far less. */
const MAX_EARLY = 100;

/** Stands between a call and its files, whose code is fetched when there is the first. */
export interface FileDoor {
  /** What this side's hello says. */
  readonly greeting: Record<string, unknown>;
  onBeside(message: Record<string, unknown>): void;
  onChannel(channel: RTCDataChannel): void;
  /** The call has ended. */
  callEnded(): void;
  /** The code is there: what came before is told to it now. */
  enter(create: (options: FilesOptions) => Files): void;
  /** `undefined` until the code is there. */
  files(): Files | undefined;
  close(): void;
}

/** Makes the door; `onOffered` is told of each file that is offered, `onTaken` whether the other side takes any. */
export function createFileDoor({ call, onTransfers, onOffered, onTaken }: {
  call(): Call | null;
  onTransfers(transfers: readonly Transfer[]): void;
  onOffered(): void;
  onTaken(taken: boolean): void;
}): FileDoor {
  let early: Record<string, unknown>[] = [];
  let files: Files | undefined;

  return {
    // Without a secure context there are no checksums.
    greeting: globalThis.isSecureContext ? { files: true } : {},
    onBeside(message) {
      if (message.type === "hello") return onTaken(message.files === true);
      if (!String(message.type).startsWith("file-")) return;
      if (files !== undefined) files.hear(message);
      else if (early.length < MAX_EARLY) early.push(message);
      if (message.type === "file-offer") onOffered();
    },
    onChannel(channel) {
      if (files?.takeChannel(channel) !== true) channel.close();
    },
    callEnded() {
      early = [];
      files?.callEnded();
      onTaken(false);
    },
    enter(create) {
      files ??= create({
        say: (message) => call()?.sayBeside(message),
        openChannel: (label, init) => call()?.openChannel(label, init),
        onChange: onTransfers,
      });
      early.splice(0).forEach(files.hear);
    },
    files: () => files,
    close: () => files?.close(),
  };
}
