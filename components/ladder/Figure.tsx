import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { HEAD_PX, headShapes, type LadderRow, lifelines } from "@/lib/ladder/mod.ts";
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
  /** The arrow whose messages are shown beside the figure. */
  opened?: number | undefined;
  /** Without it, the figure is a picture without interaction. */
  onOpen?: OnOpen | undefined;
}

const LANES = ["caller", "server", "callee"] as const;

/** The sequence diagram itself, also rendered on the server. It fills its container's width. */
export function Figure({ rows, me, words, language, reachable, opened, onOpen }: FigureProps) {
  // A row that is the same object as before isn't rendered again.
  const known = useMemo(() => new WeakMap<LadderRow, Drawn>(), [me, words, language, onOpen]);
  const drawn = rows.map((row) => {
    const state = { reachable: reachable === row.key, opened: opened === row.key };
    const before = known.get(row);
    if (before?.reachable === state.reachable && before.opened === state.opened) return before.vnode;
    const vnode = <Row key={row.key} {...{ row, me, words, language, onOpen }} {...state} />;
    known.set(row, { ...state, vnode });
    return vnode;
  });
  return (
    <>
      <div class={`ladder-heads of-${me}`} aria-hidden="true">
        {LANES.map((lane) => (
          <span key={lane} class="lane">
            {words.lanes[lane]} {lane === me && <small>{words.lanes.you}</small>}
          </span>
        ))}
        <svg width="100%" height={HEAD_PX}>
          <Shapes shapes={headShapes(headsOf(me, words)).filter(({ text }) => text === undefined)} />
        </svg>
      </div>
      <div class={`ladder-rows of-${me}`} role={onOpen === undefined ? "img" : "group"} aria-label={words.figure}>
        <svg class="lifelines" width="100%" height="100%" aria-hidden="true">
          <Shapes shapes={lifelines("100%", me)} />
        </svg>
        {drawn}
      </div>
    </>
  );
}

interface Drawn {
  reachable: boolean;
  opened: boolean;
  vnode: VNode;
}
