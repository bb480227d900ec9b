import type { RefusalCode } from "../protocol/mod.ts";

/** The server refused. */
export class Refused extends Error {
  override readonly name = "Refused";

  /** `code` is `undefined` where the answer was none of the contract's. */
  constructor(readonly code: RefusalCode | undefined, detail: string) {
    super(detail);
  }
}

/** The server could not be reached, however often it was tried. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";

  constructor() {
    super("The signaling server does not answer");
  }
}

/** One request got no answer: the network failed, or time was up. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
