import { assertEquals, assertRejects } from "@std/assert";
import { encodeEvent } from "@/lib/server/http/event_encoder.ts";

const decoder = new TextDecoder();

Deno.test("encodeEvent() gives everybody their own event, however many ask at once", async () => {
  const events = Array.from({ length: 50 }, (_, index) => ({ data: `${index}`, id: `"a".${index}` }));
  const encoded = await Promise.all(events.map(encodeEvent));
  assertEquals(
    encoded.map((bytes) => decoder.decode(bytes)),
    events.map(({ data, id }) => `data:${data}\nid:${id}\n\n`),
  );
});

Deno.test("encodeEvent() goes on after an event that cannot be written", async () => {
  await assertRejects(() => encodeEvent({ id: "two\nlines" }), SyntaxError);
  assertEquals(decoder.decode(await encodeEvent({ comment: "toucan", retry: 500 })), ":toucan\nretry:500\n\n");
});
