/** A yardstick: PeerJS's own client, as its documentation uses it. */
import { Peer } from "peerjs";

const options = { host: "localhost", path: "/", port: globalThis.peerJsPort, config: { iceServers: [] } };

/** Waits to be called. */
globalThis.waitForCall = (id) =>
  new Promise((resolve) => {
    const peer = new Peer(id, options);
    peer.on("open", resolve);
    peer.on("connection", (channel) => channel.on("close", () => peer.destroy()));
  });

/** Calls. Returns the milliseconds from a start like toucan's, with nothing opened before, to an open channel. */
globalThis.callAndTime = (id, other) =>
  new Promise((resolve) => {
    const start = performance.now();
    const peer = new Peer(id, options);
    peer.on("open", () => {
      const channel = peer.connect(other);
      channel.on("open", () => {
        resolve(performance.now() - start);
        channel.close();
        peer.destroy();
      });
    });
  });
