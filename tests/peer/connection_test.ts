import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { createPeer } from "@/peer/connection.ts";
import { patiently } from "@/testing/patience.ts";

// The two look for each other over real sockets, which close a moment after the connections.
const SOCKETS = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  name: "createPeer() makes connections whose listeners end by a signal, and whose candidates end with null",
  ...SOCKETS,
  async fn() {
    const closed = new Set<string>();
    const [one, other] = ["one", "other"].map((name) => createPeer({}, () => closed.add(name))) as [Peer, Peer];
    const silent = AbortSignal.abort();
    const stop = new AbortController();
    const unheard: string[] = [];
    const channel = one.createDataChannel("chat");
    const opened = new Promise((resolve) => channel.addEventListener("open", resolve, { once: true }));
    one.addEventListener("icecandidate", () => unheard.push("icecandidate"), { signal: silent });
    channel.addEventListener("message", () => unheard.push("message"), { signal: stop.signal });
    const answered = new Promise((resolve) => channel.addEventListener("message", ({ data }) => resolve(data)));
    const ended = Promise.all([one, other].map((peer) => {
      return new Promise<void>((resolve) => {
        peer.addEventListener("icecandidate", ({ candidate }) => candidate === null && resolve());
      });
    }));
    other.addEventListener("datachannel", ({ channel }) => {
      channel.addEventListener("message", ({ data }) => unheard.push(data), { signal: silent });
      channel.addEventListener("message", ({ data }) => channel.send(`${data}, and back`));
    });

    await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription!);
    await other.setLocalDescription(await other.createAnswer());
    assertStringIncludes(other.localDescription!.sdp, "a=setup:passive");
    await one.setRemoteDescription(other.localDescription!);
    await Promise.all([opened, ended]);
    stop.abort();
    channel.send("There");
    assertEquals(await answered, "There, and back");
    assertEquals(unheard, []);
    // A browser's gives nothing to wait for.
    await Promise.all([one.close(), other.close()]);
    assertEquals(closed, new Set(["one", "other"]));
  },
});

Deno.test({
  name: "createPeer() waits for the other side's checks if it can use none of its candidates",
  ...SOCKETS,
  async fn() {
    const [one, other] = [createPeer({}, () => {}), createPeer({}, () => {})];
    one.createDataChannel("chat");
    await one.setLocalDescription(await one.createOffer());
    const sdp = one.localDescription!.sdp.replace(/^a=candidate:.*\r\n/gm, "");
    assertStringIncludes(sdp, "a=end-of-candidates");
    await other.setRemoteDescription({ type: "offer", sdp });
    await other.setLocalDescription(await other.createAnswer());
    await other.addIceCandidate({ candidate: "", sdpMid: "0" });
    assertNotEquals(other.connectionState, "failed");
    await one.setRemoteDescription(other.localDescription!);
    await new Promise<void>((resolve) => {
      const look = () => other.connectionState === "connected" && resolve();
      other.addEventListener("connectionstatechange", look);
      look();
    });
    await Promise.all([one.close(), other.close()]);
  },
});

Deno.test({
  name: "createPeer() connects though the other side resends its last DTLS flight at once",
  ...SOCKETS,
  async fn() {
    const [one, other] = [createPeer({}, () => {}), createPeer({}, () => {})];
    const channel = one.createDataChannel("chat");
    const opened = new Promise((resolve) => channel.addEventListener("open", resolve));
    await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription!);
    const resent = resendLastFlight(other);
    await other.setLocalDescription(await other.createAnswer());
    await one.setRemoteDescription(other.localDescription!);
    await patiently("the channel opens", opened);
    assert(resent() > 1);
    await Promise.all([one.close(), other.close()]);
  },
});

type Peer = RTCPeerConnection;

/** The part of werift's connections below DTLS: its `execute` takes in a datagram. */
interface Datagrams {
  dtlsTransports: {
    iceTransport: { connection: { onData: { execute(data: Uint8Array, ...more: unknown[]): void } } };
  }[];
}

/** Makes what a DTLS client's last flight consists of come twice. Returns a function that counts what was resent. */
function resendLastFlight(server: RTCPeerConnection): () => number {
  const { onData } = (server as unknown as Datagrams).dtlsTransports[0]!.iceTransport.connection;
  const receive = onData.execute.bind(onData);
  const flight: Uint8Array[] = [];
  let resent = 0;
  onData.execute = (data, ...more) => {
    receive(data, ...more);
    if (resent > 0 || !isOfLastFlight(data)) return;
    flight.push(data);
    if (!isEncrypted(data)) return;
    resent = flight.length;
    for (const again of flight) receive(again, ...more);
  };
  return () => resent;
}

/** Whether this is a Certificate, CertificateVerify, ClientKeyExchange or, encrypted, Finished (RFC 6347, section 4.2.4). */
function isOfLastFlight(data: Uint8Array): boolean {
  const HANDSHAKE = 22;
  return data[0] === HANDSHAKE && (isEncrypted(data) || [11, 15, 16].includes(data[13]!));
}

/** Whether a record's epoch isn't the first (RFC 6347, section 4.1). */
function isEncrypted(data: Uint8Array): boolean {
  return data[4] !== 0;
}
