import type { LadderRow } from "@/lib/ladder/mod.ts";
import type { LearnWords } from "./words.ts";

type Note = keyof LearnWords["steps"];

/** Returns background on a step, if there is any. */
export function noteOf(row: LadderRow, steps: LearnWords["steps"]): string | undefined {
  const note = keyOf(row);
  return note === undefined ? undefined : steps[note];
}

function keyOf(row: LadderRow): Note | undefined {
  switch (row.kind) {
    case "began":
    case "asked":
      return row.kind;
    case "said":
    case "heard":
      return keyOfMessages(new Set(row.messages.map(({ type }) => type)));
    case "gathered":
      return row.count === 0 ? "gatheredAll" : "gathered";
    case "state":
      if (row.of === "connection") return row.state === "connected" ? "connected" : keyIf(row.state, "connecting");
      return row.state === "connected" ? "iceConnected" : keyIf(row.state, "checking");
    case "channel":
      return row.state === "open" ? "channel" : undefined;
    case "path":
      if (row.isRelayed) return "relayed";
      return row.remote.type === "prflx" ? "path" : "pathPlain";
  }
}

function keyOfMessages(types: ReadonlySet<string>): Note | undefined {
  if (types.has("offer")) return "offer";
  if (types.has("answer")) return "answer";
  if (types.has("candidate")) return "candidates";
  return types.has("end-of-candidates") ? "end" : undefined;
}

function keyIf(state: string, key: "connecting" | "checking"): Note | undefined {
  return state === key ? key : undefined;
}
