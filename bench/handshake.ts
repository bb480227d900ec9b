import { Pool } from "undici";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";

/** The measurements of many calls. */
export interface Load {
  readonly callsPerSecond: number;
  /** Milliseconds of each whole call. */
  readonly latencies: number[];
}

/** Makes one whole call on a server, in a new room. */
export type CallOver = (pool: Pool, room: string) => Promise<void>;

/** The requests of one whole call, by a client without batches or waiting. */
export const REQUESTS_PER_CALL = 13;

let rooms = 0;

/** Makes whole calls on a server for `ms` milliseconds, `concurrency` at a time. */
export async function load(url: string, concurrency: number, ms: number, call: CallOver = restCall): Promise<Load> {
  // undici, since a client slower than the server would measure itself.
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

/** Checks the body too: a fast but wrong response is worth nothing. */
async function get(pool: Pool, path: string, wanted: string): Promise<void> {
  const body = await send(pool, "GET", path, undefined, 200);
  if (!body.includes(wanted)) throw new Error(`Cannot find ${wanted} in the response to GET ${path}: ${body}`);
}

/** Sends one request and returns the response's body. @throws {Error} if the status differs */
export async function send(
  pool: Pool,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body: string | undefined,
  status: number,
): Promise<string> {
  const response = await pool.request({
    method,
    path,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.body.text();
  if (response.statusCode !== status) throw new Error(`Cannot ${method} ${path}: ${response.statusCode} ${text}`);
  return text;
}
