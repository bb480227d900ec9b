import { HttpError, page } from "fresh";
import { define } from "@/lib/server/define.ts";

/** Says what went wrong to a person. It stands outside the pages' middleware, so it brings its own headers. */
export const handler = define.handlers((ctx) => {
  const failure = describe(ctx.error);
  ctx.state.title = `${failure.title} · toucan`;
  return page(failure, { status: failure.status, headers: HEADERS });
});

export default define.page<typeof handler>(({ data: { status, title, text } }) => (
  <div class="failure">
    <p class="number">{status}</p>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>
      <a href="/">Go to the lobby</a>
    </p>
  </div>
));

/** What is shown; of a fault nothing but that it happened. */
interface Failure {
  status: number;
  title: string;
  text: string;
}

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function describe(error: unknown): Failure {
  const status = error instanceof HttpError ? error.status : 500;
  if (status === 404) return { status, title: "There is nothing here", text: "Check the address, or start afresh." };
  if (status < 500 && error instanceof HttpError) {
    return { status, title: "This address does not work", text: error.message };
  }
  return {
    status,
    title: "The server failed",
    text: "This is not your doing, and whoever runs this server has been told. Try again in a while.",
  };
}
