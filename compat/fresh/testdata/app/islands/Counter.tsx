import { useSignal } from "@preact/signals";
import { IS_BROWSER } from "fresh/runtime";

export function Counter(props: { start: number; note?: string | undefined; list?: unknown[] }) {
  const count = useSignal(props.start);
  return (
    <button
      type="button"
      data-browser={String(IS_BROWSER)}
      data-list={JSON.stringify(props.list)}
      onClick={() => count.value++}
    >
      Count: {count}
    </button>
  );
}
