import { type ErrorStatus, STATUS_TEXT } from "@std/http/status";

export type { ErrorStatus };

/** Thrown by a handler or a middleware to have the error page answer with `status`. */
export class HttpError extends Error {
  status: ErrorStatus;

  constructor(status: ErrorStatus, message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = this.constructor.name;
    this.status = status;
  }
}

/** The answer where no error page took the error: as plain text, and logged unless it is the client's. */
export function answerError(error: unknown): Response {
  const known = error instanceof HttpError;
  const status = known ? error.status : 500;
  // deno-lint-ignore no-console -- Fresh logs here, and nowhere else.
  if (status >= 500) console.error(error);
  if (!known) return new Response("Internal server error", { status });
  return new Response(error.message || STATUS_TEXT[status], { status });
}
