import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Transfer } from "@/lib/files/mod.ts";
import { announce, type FilesWords } from "./words.ts";

export interface AnnouncerProps {
  transfers: readonly Transfer[];
  words: FilesWords;
  language: string;
}

/** Announces to screen readers what is offered, starts or ends; neither progress nor what ended before it was shown. */
export function Announcer({ transfers, words, language }: AnnouncerProps) {
  const phases = useRef<ReadonlyMap<string, Transfer["phase"]> | undefined>(undefined);
  const said = useSignal("");

  // In an effect, since a status is only read out when it changes after it is in the page.
  useEffect(() => {
    const before = phases.current;
    phases.current = new Map(transfers.map(({ id, phase }) => [id, phase]));
    const news = transfers.filter(({ id, phase }) =>
      before === undefined ? phase === "offered" : before.get(id) !== phase
    );
    const sentences = news.map((transfer) => announce(transfer, words, language)).filter((it) => it !== undefined);
    if (sentences.length > 0) said.value = sentences.join(" ");
  }, [transfers]);

  return <p class="visually-hidden" role="status">{said.value}</p>;
}
