import type { RefusalCode } from "../protocol/mod.ts";

/** The server refused. */
export class Refused extends Error {
  override readonly name = "Refused";

  /** `code` is `undefined` if the response isn't one of toucan's problems. */
  constructor(readonly code: RefusalCode | undefined, detail: string) {
    super(detail);
  }
}

/** A request that may succeed a little later; without a status there was no response. */
export interface Outage {
  readonly status?: number;
  /** `undefined` if the response isn't one of toucan's problems. */
  readonly code?: RefusalCode;
}

/** The server was unreachable, or failed, at every attempt. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";

  constructor(readonly outage: Outage = {}) {
    const { status, code = status } = outage;
    super(`The signaling server ${status === undefined ? "does not respond" : `fails: ${code}`}`);
  }
}

/** A request got no response: the network failed, or it timed out. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
