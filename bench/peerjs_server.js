/** A yardstick: PeerJS's own server, which relays messages between WebSockets and stores only who is connected. */
import process from "node:process";
import { PeerServer } from "peer";

const port = 9_000 + Math.floor(Math.random() * 1_000);
PeerServer({ port, path: "/", concurrent_limit: 100_000 }, () => {
  process.stderr.write(`PeerJS: http://localhost:${port}\n`);
});
