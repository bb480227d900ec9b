import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PartsWords } from "@/words/mod.ts";

export interface PartProps<T> {
  /** The element's id, to link to. */
  id: string;
  title: string;
  words: PartsWords;
  /** Each other number opens it. */
  summons?: number;
  /** It is at work while it is closed as well. */
  lasting?: boolean;
  /** Fetches what this part is made of, when it is first opened. */
  load(): Promise<T>;
  children(loaded: T): ComponentChildren;
}

/** A part of the page that one needn't have: its code is fetched when it is opened. */
export function Part<T>({ id, title, words, summons = 0, lasting = false, load, children }: PartProps<T>) {
  const element = useRef<HTMLDetailsElement>(null);
  const isOpen = useSignal(false);
  const loaded = useSignal<{ readonly part: T } | undefined>(undefined);
  const failed = useSignal(false);

  function fetch() {
    failed.value = false;
    load().then((part) => loaded.value = { part }, () => failed.value = true);
  }

  function onToggle() {
    isOpen.value = element.current?.open === true;
    if (isOpen.value && loaded.value === undefined) fetch();
  }

  // It may have been opened while the page was still coming to life.
  useEffect(onToggle, []);
  useEffect(() => {
    if (summons > 0 && element.current !== null) element.current.open = true;
  }, [summons]);

  return (
    <details ref={element} id={id} class="card part" onToggle={onToggle}>
      <summary>{title}</summary>
      <div class="part-body">
        {loaded.value !== undefined
          ? (isOpen.value || lasting) && children(loaded.value.part)
          : failed.value
          ? (
            <p class="problem" role="alert">
              {words.failed} <button type="button" class="button" onClick={fetch}>{words.retry}</button>
            </p>
          )
          : <p class="hint">{words.loading}</p>}
      </div>
    </details>
  );
}
