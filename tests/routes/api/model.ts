/** What a room holds by the contract, written down as simply as it goes: the tests compare the server with it. */
export interface Model {
  offer: { etag: string; ufrag: string } | null;
  answer: { etag: string; ufrag: string } | null;
  candidates: { caller: Sent[]; callee: Sent[] };
  /** When the call is over, in epoch milliseconds. */
  endsAt: number;
}

/** A candidate: its generation, and its number; without a number it is the end. */
export interface Sent {
  ufrag: string | null;
  port?: number;
}

/** A room nobody has used. */
export function emptyModel(): Model {
  return { offer: null, answer: null, candidates: { caller: [], callee: [] }, endsAt: 0 };
}

/** Opens a call in place of what there is. */
export function putOffer(model: Model, etag: string, ufrag: string): void {
  const { caller, callee } = model.candidates;
  const isFirst = model.offer === null;
  model.candidates.caller = caller.filter((sent) => sent.ufrag === ufrag || (isFirst && sent.ufrag === null));
  model.candidates.callee = isFirst ? callee : [];
  model.offer = { etag, ufrag };
  model.answer = null;
}

/** Answers the call; what the callee sent ahead for other answers is dropped. */
export function putAnswer(model: Model, etag: string, ufrag: string): void {
  model.answer = { etag, ufrag };
  model.candidates.callee = model.candidates.callee.filter((sent) => sent.ufrag === ufrag || sent.ufrag === null);
}

/** What a reader of one side's candidates is to see: ports in their order, and `end` where they are complete. */
export function listOf({ offer, answer, candidates }: Model, side: "caller" | "callee"): (number | "end")[] {
  const description = side === "caller" ? offer : answer;
  if (description === null) return [];
  const own = candidates[side].filter(({ ufrag }) => ufrag === null || ufrag === description.ufrag);
  const ports = own.flatMap(({ port }) => port ?? []);
  return ports.length === own.length ? ports : [...ports, "end"];
}
