import { Counter } from "../../islands/Counter.tsx";
import Greeting, { Nothing } from "../../islands/Greeting.tsx";
import { define } from "../../lib/define.ts";

export const handler = define.handlers({
  GET: () => ({ data: { start: 3 }, headers: { "x-page": "index" } }),
});

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <h1>Islands {state.trail?.join()}</h1>
    <img src="/img/dot.svg" alt="" />
    <Counter start={data.start} />
    <Counter start={10} note={undefined} list={[1, "<!--</script>", { deep: null }]} />
    <p>
      <Greeting name="</script><b>&" />, <Nothing />end
    </p>
  </>
));
