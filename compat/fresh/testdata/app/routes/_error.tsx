import { HttpError } from "fresh";
import { define } from "../lib/define.ts";

export default define.page(({ error }) => {
  const status = error instanceof HttpError ? error.status : 500;
  return <h1 class="error">Failed: {status}</h1>;
});
