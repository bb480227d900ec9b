import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PartsWords } from "@/words/mod.ts";

export interface PartProps<T> {
  /** The element's ID, to link to. */
  id: string;
  title: string;
  words: PartsWords;
  /** Loads the part's code when it is first opened. */
  load(): Promise<T>;
  children(loaded: T): ComponentChildren;
}

/** An optional part of the page, which loads when it is opened. */
export function Part<T>({ id, title, words, load, children }: PartProps<T>) {
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

  // It may have been opened before hydration.
  useEffect(onToggle, []);

  return (
    <details ref={element} id={id} class="card part" onToggle={onToggle}>
      <summary>{title}</summary>
      <div class="part-body">
        {loaded.value !== undefined
          ? isOpen.value && children(loaded.value.part)
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
