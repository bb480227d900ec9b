import { page } from "fresh";
import { define } from "../../../lib/define.ts";

export const handler = define.handlers({
  async GET(ctx) {
    await Promise.resolve();
    return page({ query: ctx.url.search }, { status: 203 });
  },
});

export default define.page<typeof handler>(async ({ data }) => {
  await Promise.resolve();
  return <p>deep {data.query}</p>;
});
