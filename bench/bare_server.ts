/**
 * The yardstick: the contract's six resources as one would write them by hand in an afternoon, straight on Deno KV, with
 * no framework, no waiting, no ICE generations and no limits.
 */
const kv = await Deno.openKv(Deno.env.get("KV_PATH"));
const expireIn = 600_000;
let order = 0;

Deno.serve({
  port: Number(Deno.env.get("PORT")),
  onListen: ({ port }) => Deno.stderr.writeSync(new TextEncoder().encode(`bare handlers: http://localhost:${port}\n`)),
}, async (req) => {
  const [, , room = "", resource = ""] = new URL(req.url).pathname.split("/");
  switch (`${req.method} ${resource}`) {
    case "POST offer": {
      const description = await req.json();
      await kv.atomic().set([room, "offer"], description, { expireIn }).delete([room, "answer"]).commit();
      return new Response(null, { status: 201 });
    }
    case "POST answer": {
      const description = await req.json();
      const { ok } = await kv.atomic().check({ key: [room, "answer"], versionstamp: null })
        .set([room, "answer"], description, { expireIn }).commit();
      return new Response(null, { status: ok ? 201 : 409 });
    }
    case "GET offer":
    case "GET answer": {
      const { value } = await kv.get([room, resource]);
      return value === null ? new Response(null, { status: 404 }) : Response.json(value);
    }
    case "POST offer-candidate":
    case "POST answer-candidate":
      await kv.set([room, `${resource}s`, order++], await req.json(), { expireIn });
      return new Response(null, { status: 204 });
    case "GET offer-candidates":
    case "GET answer-candidates": {
      const entries = await Array.fromAsync(kv.list({ prefix: [room, resource] }));
      return Response.json(entries.map(({ value }) => value));
    }
    case "DELETE ":
      for await (const { key } of kv.list({ prefix: [room] })) await kv.delete(key);
      return new Response(null, { status: 204 });
    default:
      return new Response(null, { status: 404 });
  }
});
