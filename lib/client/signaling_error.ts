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
    const { status, code } = outage;
    super(
      status === undefined
        ? "The signaling server does not respond"
        : `The signaling server responds with errors: ${code ?? `status ${status}`}`,
    );
  }
}

/** A request got no response, or one that may be another a little later: the network failed, it timed out, an outage. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(message: string, readonly outage: Outage = {}) {
    super(message);
  }
}
