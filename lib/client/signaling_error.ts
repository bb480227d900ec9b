import type { RefusalCode } from "../protocol/mod.ts";

/** The server refused. */
export class Refused extends Error {
  override readonly name = "Refused";

  /** `code` is `undefined` if the response isn't one of toucan's problems. */
  constructor(readonly code: RefusalCode | undefined, detail: string) {
    super(detail);
  }
}

/** The server was unreachable at every attempt. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";

  constructor() {
    super("The signaling server does not respond");
  }
}

/** A request got no response: the network failed, or it timed out. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
