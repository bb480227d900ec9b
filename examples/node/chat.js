// Chats with someone on toucan's page: node chat.js http://localhost:8000/rooms/tea caller|callee
import { createInterface } from "node:readline";
import process from "node:process";
import { RTCPeerConnection } from "werift";

const [room, side] = process.argv.slice(2);
const peer = new RTCPeerConnection({ iceServers: [] });
const connected = new AbortController();
let call;

async function send(message) {
  const response = await fetch(`${room}/messages?from=${side}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(call && { "if-match": call }),
    },
    body: JSON.stringify(message),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail);
  call = body.call;
}

// Yields the other side's messages, in order; each request waits for new ones.
async function* receive() {
  for (let after = 0;;) {
    const query = new URLSearchParams({
      to: side,
      after,
      ...(call && { call }),
    });
    const response = await fetch(`${room}/messages?${query}`, {
      headers: { prefer: "wait=25" },
      signal: connected.signal,
    });
    const body = await response.json();
    if (!response.ok) throw new Error(body.detail);
    yield* body.messages;
    after = body.next;
    call ??= body.call;
  }
}

function chat(channel) {
  const input = createInterface({ input: process.stdin });
  channel.onopen = () => {
    connected.abort();
    input.on("line", (line) => channel.send(line));
  };
  channel.onmessage = ({ data }) => process.stdout.write(`${data}\n`);
  // Closing tells the other side; otherwise it would wait for this one for a while.
  const leave = () => peer.close().then(() => process.exit());
  channel.onclose = leave;
  process.once("SIGINT", leave);
  if (channel.readyState === "open") channel.onopen();
}

// As DTLS server, werift derives other keys from a key exchange that a busy browser resends: only the first one counts.
function dropResentKeyExchange(transport) {
  transport.onStateChange.once((state) => {
    if (state !== "connecting") return;
    queueMicrotask(() => {
      const { dtls } = transport;
      const handle = dtls.onHandleHandshakes;
      const isNew = ({ msg_type }) => msg_type !== 16 || !dtls.dtls.checkHandshakesExist([16]);
      dtls.onHandleHandshakes = (messages) => handle(messages.filter(isNew));
    });
  });
}

peer.ondatachannel = ({ channel }) => channel.label === "chat" && chat(channel);
if (side === "caller") {
  chat(peer.createDataChannel("chat"));
  await peer.setLocalDescription(await peer.createOffer());
  peer.dtlsTransports.forEach(dropResentKeyExchange);
  await send(peer.localDescription);
}
try {
  for await (const message of receive()) {
    // werift gives up once it has all candidates and can use none: a browser hides its addresses.
    message.sdp = message.sdp?.replace(/^a=end-of-candidates\r\n/gm, "");
    if (message.type === "offer") {
      await peer.setRemoteDescription(message);
      // As DTLS client, werift takes a flight that a busy browser resends for another, and the keys never match.
      const { type, sdp } = await peer.createAnswer();
      peer.dtlsTransports.forEach(dropResentKeyExchange);
      const passive = sdp.replace("a=setup:active", "a=setup:passive");
      await peer.setLocalDescription({ type, sdp: passive });
      await send(peer.localDescription);
    }
    if (message.type === "answer") await peer.setRemoteDescription(message);
    if (message.type === "candidate") {
      await peer.addIceCandidate(message.candidate);
    }
  }
} catch (error) {
  if (!connected.signal.aborted) throw error;
}
