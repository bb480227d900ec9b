import type { Call } from "@/lib/client/mod.ts";
import type { Files, FilesOptions, Transfer } from "@/lib/files/mod.ts";

/** How many messages may wait until the code for files has loaded; a well-behaved side sends far fewer. */
const MAX_EARLY = 100;

/** Connects a call to its file transfers, whose code loads with the first file. */
export interface FileDoor {
  /** Added to this side's hello. */
  readonly greeting: Record<string, unknown>;
  onBeside(message: Record<string, unknown>): void;
  onChannel(channel: RTCDataChannel): void;
  /** Ends the call's transfers. */
  callEnded(): void;
  /** Called when the code has loaded; handles the messages that came before. */
  enter(create: (options: FilesOptions) => Files): void;
  /** `undefined` until the code has loaded. */
  files(): Files | undefined;
  close(): void;
}

/** Creates the door; it calls `onOffered` for each file offered, `onTaken` with whether the other side takes files. */
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
