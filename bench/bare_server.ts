/**
 * The yardstick: the contract's six resources, written by hand on `Deno.serve` and Deno KV without a framework. It has
 * the same input checks, conditions and headers, and one row for each description and candidate. It omits what costs
 * nothing while unused: waiting, ICE generations, batches over several rows.
 */
import { eTag, ifMatch, ifNoneMatch } from "@std/http/etag";
import {
  type IceCandidate,
  parseCandidates,
  parseDescription,
  parseRoomName,
  Refusal,
  toProblem,
} from "@/lib/protocol/mod.ts";

interface Stored {
  body: unknown;
  etag: string;
  expiresAt: number;
}

const kv = await Deno.openKv(Deno.env.get("KV_PATH"));
const ttlMs = 600_000;
const headers = { "access-control-allow-origin": "*", "cache-control": "no-store" };
let order = 0;

Deno.serve({
  port: Number(Deno.env.get("PORT")),
  onListen: ({ port }) => Deno.stderr.writeSync(new TextEncoder().encode(`bare handlers: http://localhost:${port}\n`)),
}, async (req) => {
  try {
    const [, , name = "", resource = ""] = new URL(req.url).pathname.split("/");
    return await handle(req, parseRoomName(name), resource);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json(toProblem(error), { status: error.status, headers });
  }
});

async function handle(req: Request, room: string, resource: string): Promise<Response> {
  switch (`${req.method} ${resource}`) {
    case "POST offer": {
      const offer = await store(parseDescription(await readJson(req), "offer"));
      await kv.atomic().set([room, "offer"], offer, { expireIn: ttlMs }).delete([room, "answer"]).commit();
      return created(offer);
    }
    case "POST answer": {
      const answer = await store(parseDescription(await readJson(req), "answer"));
      const open = await read(room, "offer");
      const match = req.headers.get("if-match");
      if (open === null) throw new Refusal("no-offer", "Nobody has offered", { status: 409 });
      if (match !== null && !ifMatch(match, open.etag)) throw new Refusal("offer-replaced", "Replaced");
      const { ok } = await kv.atomic().check({ key: [room, "answer"], versionstamp: null })
        .set([room, "answer"], answer, { expireIn: ttlMs }).commit();
      if (!ok) throw new Refusal("answer-taken", "Taken");
      return created(answer);
    }
    case "GET offer":
    case "GET answer": {
      const found = await read(room, resource);
      if (found === null) throw new Refusal("no-offer", "Nothing yet", { retryAfter: 1 });
      if (!ifNoneMatch(req.headers.get("if-none-match"), found.etag)) {
        return new Response(null, { status: 304, headers });
      }
      return Response.json(found.body, { headers: { ...headers, etag: found.etag } });
    }
    case "POST offer-candidate":
    case "POST answer-candidate":
      for (const candidate of parseCandidates(await readJson(req))) {
        const expiresAt = Date.now() + ttlMs;
        await kv.set([room, `${resource}s`, order++], { candidate, expiresAt }, { expireIn: ttlMs });
      }
      return new Response(null, { status: 204, headers });
    case "GET offer-candidates":
    case "GET answer-candidates": {
      const rows = await Array.fromAsync(
        kv.list<{ candidate: IceCandidate; expiresAt: number }>({ prefix: [room, resource] }),
      );
      const list = rows.filter(({ value }) => value.expiresAt > Date.now()).map(({ value }) => value.candidate);
      return Response.json(list, { headers: { ...headers, etag: await eTag(JSON.stringify(list)) ?? "" } });
    }
    case "DELETE ":
      for await (const { key } of kv.list({ prefix: [room] })) await kv.delete(key);
      return new Response(null, { status: 204, headers });
    default:
      throw new Refusal("not-found", "Nothing here");
  }
}

async function readJson(req: Request): Promise<unknown> {
  const text = await req.text();
  if (text.length > 65_536) throw new Refusal("too-large", "Too large", { limit: 65_536 });
  return JSON.parse(text);
}

async function store(body: { sdp: string }): Promise<Stored> {
  return { body, etag: await eTag(body.sdp + crypto.randomUUID()) ?? "", expiresAt: Date.now() + ttlMs };
}

async function read(room: string, resource: string): Promise<Stored | null> {
  const { value } = await kv.get<Stored>([room, resource]);
  return value !== null && value.expiresAt > Date.now() ? value : null;
}

function created({ etag, expiresAt }: Stored): Response {
  return Response.json({ expiresAt: new Date(expiresAt).toISOString() }, {
    status: 201,
    headers: { ...headers, etag },
  });
}
