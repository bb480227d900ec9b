import { useRef } from "preact/hooks";
import type { Transfer } from "@/lib/files/mod.ts";
import { announce, type FilesWords } from "./words.ts";

/** Says to a screen reader what has begun, come or ended; not how far it is. */
export function Announcer({ transfers, words, language }: {
  transfers: readonly Transfer[];
  words: FilesWords;
  language: string;
}) {
  const phases = useRef<ReadonlyMap<string, Transfer["phase"]>>(new Map());
  const said = useRef("");
  const news = transfers.filter(({ id, phase }) => phases.current.get(id) !== phase);
  const sentences = news.map((transfer) => announce(transfer, words, language)).filter((it) => it !== undefined);
  phases.current = new Map(transfers.map(({ id, phase }) => [id, phase]));
  if (sentences.length > 0) said.current = sentences.join(" ");
  return <p class="visually-hidden" role="status">{said.current}</p>;
}
