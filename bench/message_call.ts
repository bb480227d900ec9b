import type { Pool } from "undici";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";
import { send } from "./handshake.ts";

/** The messages that each side sends in a call. */
const SAID = { caller: messagesOf(offerOf("aaaa"), "aaaa"), callee: messagesOf(answerOf("bbbb"), "bbbb") };

/** Makes one whole call over `/messages`: each side sends all its messages at once, and reads all of the other's. */
export async function messageCall(pool: Pool, room: string): Promise<void> {
  const path = `${room}/messages`;
  await send(pool, "POST", `${path}?from=caller`, JSON.stringify(SAID.caller), 201);
  expect(await send(pool, "GET", `${path}?to=callee`, undefined, 200), "aaaa");
  await send(pool, "POST", `${path}?from=callee`, JSON.stringify(SAID.callee), 201);
  expect(await send(pool, "GET", `${path}?to=caller`, undefined, 200), "bbbb");
  await send(pool, "POST", `${path}?from=caller`, `{"type": "bye"}`, 201);
}

/** Makes the same call over PeerJS's server, as its client does: an ID and a WebSocket per side, each message relayed. */
export async function peerJsCall(pool: Pool, url: string): Promise<void> {
  const [caller, callee] = await Promise.all([connect(pool, url), connect(pool, url)]);
  const heard = Promise.all([hear(callee.socket, SAID.caller.length), hear(caller.socket, SAID.callee.length)]);
  for (const payload of SAID.caller) say(caller.socket, callee.id, payload);
  for (const payload of SAID.callee) say(callee.socket, caller.id, payload);
  await heard;
  await Promise.all([close(caller.socket), close(callee.socket)]);
}

function messagesOf(description: { type: string; sdp: string }, ufrag: string) {
  const candidates = [1, 2].map((port) => ({ type: "candidate", candidate: candidateOf(ufrag, port) }));
  return [description, ...candidates, { type: "end-of-candidates" }];
}

function expect(text: string, wanted: string) {
  if (!text.includes(wanted)) throw new Error(`Cannot find ${wanted} in ${text}`);
}

async function connect(pool: Pool, url: string): Promise<{ id: string; socket: WebSocket }> {
  const id = await send(pool, "GET", "/peerjs/id", undefined, 200);
  const socket = new WebSocket(`${url.replace("http", "ws")}/peerjs?key=peerjs&id=${id}&token=${id}&version=1`);
  await hear(socket, 1);
  return { id, socket };
}

function say(socket: WebSocket, dst: string, payload: { type: string }) {
  const type = payload.type === "offer" || payload.type === "answer" ? payload.type.toUpperCase() : "CANDIDATE";
  socket.send(JSON.stringify({ type, dst, payload }));
}

function hear(socket: WebSocket, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    socket.onmessage = () => --left === 0 && resolve();
    socket.onerror = () => reject(new Error("Cannot reach PeerJS's server"));
  });
}

function close(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.onclose = () => resolve();
    socket.close();
  });
}
