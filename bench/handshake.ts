import { Pool } from "undici";
import { answerOf, candidateOf, offerOf } from "@/tests/testing.ts";

/** What a number of calls took. */
export interface Load {
  readonly callsPerSecond: number;
  /** Milliseconds of each whole call. */
  readonly latencies: number[];
}

/** One whole call against a server, in a room of its own. */
export type CallOver = (pool: Pool, room: string) => Promise<void>;

/** Requests of one whole call, as a client without batches or waiting makes them. */
export const REQUESTS_PER_CALL = 13;

let rooms = 0;

/** Makes whole calls against a server for `ms`, `concurrency` at a time. */
export async function load(url: string, concurrency: number, ms: number, call: CallOver = restCall): Promise<Load> {
  // undici, since a client that is slower than the server would measure itself.
  const pool = new Pool(url, { connections: concurrency });
  const latencies: number[] = [];
  const start = performance.now();
  const worker = async () => {
    while (performance.now() - start < ms) {
      const began = performance.now();
      await call(pool, `/rooms/bench${rooms++}`);
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return { callsPerSecond: latencies.length / seconds, latencies };
}

async function restCall(pool: Pool, room: string): Promise<void> {
  await post(pool, `${room}/offer`, offerOf("aaaa"), 201);
  await post(pool, `${room}/offer-candidate`, candidateOf("aaaa", 1), 204);
  await post(pool, `${room}/offer-candidate`, candidateOf("aaaa", 2), 204);
  await get(pool, `${room}/offer`, "aaaa");
  await post(pool, `${room}/answer`, answerOf("bbbb"), 201);
  await post(pool, `${room}/answer-candidate`, candidateOf("bbbb", 3), 204);
  await post(pool, `${room}/answer-candidate`, candidateOf("bbbb", 4), 204);
  await get(pool, `${room}/answer`, "bbbb");
  await post(pool, `${room}/offer-candidate`, { candidate: "", usernameFragment: "aaaa" }, 204);
  await post(pool, `${room}/answer-candidate`, { candidate: "", usernameFragment: "bbbb" }, 204);
  await get(pool, `${room}/offer-candidates`, " 2 typ");
  await get(pool, `${room}/answer-candidates`, " 4 typ");
  await send(pool, "DELETE", room, undefined, 204);
}

function post(pool: Pool, path: string, body: unknown, status: number): Promise<string> {
  return send(pool, "POST", path, JSON.stringify(body), status);
}

/** A server that answers fast but wrong would be worth nothing. */
async function get(pool: Pool, path: string, wanted: string): Promise<void> {
  const body = await send(pool, "GET", path, undefined, 200);
  if (!body.includes(wanted)) throw new Error(`GET ${path} gave ${body}`);
}

/** Sends one request and gives the body of its answer, which must have this status. */
export async function send(
  pool: Pool,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body: string | undefined,
  status: number,
): Promise<string> {
  const answer = await pool.request({
    method,
    path,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== status) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`);
  return text;
}
