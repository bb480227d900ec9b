import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Transfer } from "@/lib/files/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { loadFiles } from "./parts.ts";
import type { UsedCall } from "./use_call.ts";
import { useDrops } from "./use_drops.ts";

/** What keeps files from being sent, or kept some from it. */
export type FileTrouble = keyof ChatWords["files"]["troubles"];

/** The files of a call, as its chat shows them. */
export interface ChatFiles {
  /** Transfers of both directions, oldest first. */
  readonly transfers: readonly Transfer[];
  /** What shows them; loaded with the first file. */
  readonly part: Awaited<ReturnType<typeof loadFiles>> | undefined;
  /** The IDs of those that the person has saved. */
  readonly saved: Signal<ReadonlySet<string>>;
  /** Why no file can be offered now; `undefined` if one can. */
  readonly obstacle: FileTrouble | undefined;
  /** What happened last that the person should know. */
  readonly trouble: Signal<FileTrouble | undefined>;
  /** Files are being dragged over the page. */
  readonly hovering: boolean;
  offer(files: readonly File[]): void;
  /** `pick` opens a save dialog, so this has to be called within the click. */
  accept(id: string, options?: { pick?: boolean }): void;
  decline(id: string): void;
  cancel(id: string): void;
  /** Loads the code for files again, if that failed. */
  retry(): void;
}

/** Offers files picked, dropped anywhere on the page, or pasted; loads the code for files with the first one. */
export function useFiles(
  { door, transfers, summons, takesFiles }: Pick<UsedCall, "door" | "transfers" | "summons" | "takesFiles">,
  { open, language }: { open: boolean; language: Language },
): ChatFiles {
  const part = useSignal<ChatFiles["part"]>(undefined);
  const trouble = useSignal<FileTrouble | undefined>(undefined);
  const saved = useSignal<ReadonlySet<string>>(new Set());
  const waiting = useRef<File[]>([]);
  const obstacle = !open
    ? "notConnected"
    // Without a secure context there are no checksums.
    : !isSecureContext
    ? "insecure"
    : takesFiles.value
    ? undefined
    : "notToucan";

  const hovering = useDrops((files, hadFolders) => {
    offer(files);
    if (hadFolders) trouble.value = "folders";
  });

  function offer(files: readonly File[]) {
    trouble.value = files.length > 0 ? obstacle : undefined;
    if (files.length === 0 || obstacle === "notConnected" || obstacle === "insecure") return;
    waiting.current.push(...files);
    load();
  }

  function load() {
    loadFiles(language).then((loaded) => {
      door.current?.enter(loaded.createFiles);
      part.value = loaded;
      if (trouble.peek() === "notLoaded") trouble.value = undefined;
      offerWaiting();
    }, () => trouble.value = "notLoaded");
  }

  // The other side may not have said yet that it accepts files.
  function offerWaiting() {
    if (takesFiles.peek()) door.current?.files()?.offer(waiting.current.splice(0));
  }

  // It has words, too.
  useEffect(() => {
    if (part.peek() !== undefined) load();
  }, [language]);
  useEffect(() => {
    if (summons.value > 0) load();
  }, [summons.value]);
  useEffect(() => {
    if (trouble.peek() === "notToucan" || trouble.peek() === "notConnected") trouble.value = undefined;
    // Files given to one call aren't meant for the next.
    if (!open) waiting.current = [];
    offerWaiting();
  }, [open, takesFiles.value]);

  return {
    transfers: transfers.value,
    part: part.value,
    saved,
    obstacle,
    trouble,
    hovering: hovering.value,
    offer,
    accept: (id, options) => door.current?.files()?.accept(id, options),
    decline: (id) => door.current?.files()?.decline(id),
    cancel: (id) => door.current?.files()?.cancel(id),
    retry: load,
  };
}
