import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useCallback, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { JournalEntry } from "@/lib/client/mod.ts";
import { createLadder, isOpenable } from "@/lib/ladder/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { fill } from "@/words/fill.ts";
import { Figure } from "./Figure.tsx";
import { List } from "./List.tsx";
import { openByKey } from "./open_by_key.ts";
import type { OnOpen } from "./Rows.tsx";
import { Save } from "./Save.tsx";
import { walk } from "./walk.ts";
import type { LadderWords } from "./words.ts";

export interface LadderProps {
  /** The journal so far; only new entries are read. */
  entries: readonly JournalEntry[];
  /** This side. */
  role: Side;
  words: LadderWords;
  /** As BCP 47 names it. */
  language: string;
  onOpen?: OnOpen;
}

/** How many rows are drawn at most, so that a call that lasts for days stays fast. */
const MAX_DRAWN = 300;

/** The sequence diagram of the latest call, live, with its text and ways to save it. */
export function Ladder({ entries, role, words, language, onOpen }: LadderProps) {
  const read = useMemo(createLadder, []);
  const { rows, isCut } = read(entries);
  const drawn = rows.slice(-MAX_DRAWN);
  const frame = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const chosen = useSignal<number>();
  const asText = useSignal(false);
  const latest = useRef(onOpen);
  latest.current = onOpen;
  const open: OnOpen = useCallback((messages, key) => latest.current?.(messages, key), []);
  const openable = onOpen === undefined ? [] : drawn.filter(isOpenable);
  const reachable = openable.find(({ key }) => key === chosen.value) ?? openable[0];

  const caption = [
    ...(isCut ? [words.cut] : []),
    ...(drawn.length < rows.length ? [fill(words.earlier, { count: drawn.length })] : []),
    words.legend,
  ];

  useLayoutEffect(() => {
    const element = frame.current;
    if (element !== null && pinned.current) element.scrollTop = element.scrollHeight;
  }, [rows]);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || reachable === undefined) return;
    openByKey(event);
    const next = walk(openable.map(({ key }) => key), reachable.key, event.key);
    const target = next === undefined ? null : event.currentTarget.querySelector<HTMLElement>(`[data-key="${next}"]`);
    if (target === null || !(event.target as Element).matches("[data-key]")) return;
    event.preventDefault();
    chosen.value = next;
    target.focus();
  }

  return (
    <figure class="ladder" aria-label={words.title}>
      <div
        ref={frame}
        class="ladder-frame"
        role="group"
        aria-label={words.title}
        aria-describedby={openable.length > 0 ? "ladder-walk" : undefined}
        tabIndex={openable.length > 0 ? undefined : 0}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const key = (event.target as Element).getAttribute("data-key");
          if (key !== null) chosen.value = Number(key);
        }}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          pinned.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        {rows.length === 0 ? <p class="ladder-empty">{words.empty}</p> : (
          <Figure
            rows={drawn}
            me={role}
            words={words}
            language={language}
            reachable={reachable?.key}
            onOpen={onOpen && open}
          />
        )}
      </div>
      <figcaption class="hint">
        {caption.join(" ")} {onOpen !== undefined && <span id="ladder-walk">{words.walk}</span>}
      </figcaption>
      <details class="ladder-text" onToggle={(event) => asText.value = event.currentTarget.open}>
        <summary>{words.asText}</summary>
        {asText.value && <List rows={rows} words={words} language={language} />}
      </details>
      <Save entries={entries} rows={rows} me={role} words={words} language={language} />
    </figure>
  );
}
