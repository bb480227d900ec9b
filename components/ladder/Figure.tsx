import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { HEAD_PX, headShapes, heightOf, heightOfAll, type LadderRow, lifelines } from "@/lib/ladder/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { headsOf } from "./picture.ts";
import { type OnOpen, Row } from "./Rows.tsx";
import { Shapes } from "./Shapes.tsx";
import type { LadderWords } from "./words.ts";

export interface FigureProps {
  rows: readonly LadderRow[];
  me: Side;
  words: LadderWords;
  language: string;
  /** The arrow in the tab order. */
  reachable?: number | undefined;
  /** Without it, the figure is a picture without interaction. */
  onOpen?: OnOpen | undefined;
}

/** The sequence diagram itself, also rendered on the server. It fills its container's width. */
export function Figure({ rows, me, words, language, reachable, onOpen }: FigureProps) {
  const length = heightOfAll(rows);
  // A row that is the same object as before isn't rendered again.
  const known = useMemo(() => new WeakMap<LadderRow, Drawn>(), [me, words, language, onOpen]);
  let y = 0;
  const drawn = rows.map((row) => {
    const isReachable = reachable === row.key;
    const before = known.get(row);
    const isSame = before?.y === y && before.isReachable === isReachable;
    const props = { row, y, me, words, language, onOpen, reachable: isReachable };
    const now = isSame ? before : { y, isReachable, vnode: <Row key={row.key} {...props} /> };
    known.set(row, now);
    y += heightOf(row);
    return now.vnode;
  });
  return (
    <>
      <svg class="ladder-heads" width="100%" height={HEAD_PX} aria-hidden="true">
        <Shapes shapes={headShapes(headsOf(me, words))} />
      </svg>
      <svg
        class="ladder-rows"
        width="100%"
        height={length}
        role={onOpen === undefined ? "img" : "group"}
        aria-label={words.figure}
      >
        <g aria-hidden="true">
          <Shapes shapes={lifelines(length, me)} />
        </g>
        {drawn}
      </svg>
    </>
  );
}

interface Drawn {
  y: number;
  isReachable: boolean;
  vnode: VNode;
}
