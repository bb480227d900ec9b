import { FakeChannel } from "./fake_channel.ts";

/** What a network of fake peers does; change it before or during a test. */
export interface FakeNetwork {
  readonly peers: FakePeer[];
  /** What each peer gathers, in this order, before `null`; without `null` gathering never ends. */
  gathers: (string | null)[];
  /** Whether ICE finds a path. */
  reachable: boolean;
  createPeer(configuration: RTCConfiguration): RTCPeerConnection;
  /** Every path is lost, and nobody has noticed yet. */
  silence(): void;
  /** Every path is lost: what is sent waits, and only a restart of ICE, or `heal`, brings the peers together again. */
  cut(state: "disconnected" | "failed"): void;
  /** The lost paths are back by themselves. */
  heal(): void;
  /** How many peers are not closed. */
  readonly open: number;
}

/** Makes a network in which peers find each other by the ICE username fragments in their descriptions. */
export function createFakeNetwork(): FakeNetwork {
  const peers: FakePeer[] = [];
  const network: FakeNetwork = {
    peers,
    gathers: ["192.0.2.1 1000", null],
    reachable: true,
    createPeer: () => {
      const peer = new FakePeer(network, `u${peers.length}`);
      peers.push(peer);
      return peer.asPeer;
    },
    silence() {
      peers.forEach(({ channels }) => channels.forEach((channel) => channel.pause()));
    },
    cut(state) {
      peers.forEach((peer) => peer.lose(state));
    },
    heal() {
      peers.forEach((peer) => peer.find());
    },
    get open() {
      return peers.filter(({ connectionState }) => connectionState !== "closed").length;
    },
  };
  return network;
}

/** A peer connection as a script: no media, no packets; the order of events is that of browsers. */
export class FakePeer extends EventTarget {
  connectionState: RTCPeerConnectionState = "new";
  signalingState: RTCSignalingState = "stable";
  iceGatheringState: RTCIceGatheringState = "new";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  /** The candidates it was given, in this order. */
  readonly candidates: string[] = [];
  /** Those it made, then those of the other side. */
  readonly channels: FakeChannel[] = [];
  /** How many offers were taken back for the other side's. */
  rollbacks = 0;
  #made: FakeChannel[] = [];
  #version = 1;
  #generation = 0;
  #stable: RTCSessionDescriptionInit | null = null;

  constructor(readonly network: FakeNetwork, readonly name: string) {
    super();
  }

  /** Of the ICE generation that it describes now. */
  get ufrag(): string | undefined {
    return ufragOf(this.localDescription);
  }

  /** The browser's type, of which this has the part that calls use. */
  get asPeer(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  createDataChannel(label: string): RTCDataChannel {
    const channel = new FakeChannel(label);
    this.channels.push(channel);
    this.#made.push(channel);
    return channel.asChannel;
  }

  createOffer({ iceRestart = false }: RTCOfferOptions = {}): Promise<RTCSessionDescriptionInit> {
    if (iceRestart) this.#generation++;
    return Promise.resolve({ type: "offer", sdp: this.#sdp() });
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    if (this.remoteDescription === null) return reject("No offer is set", "InvalidStateError");
    return Promise.resolve({ type: "answer", sdp: this.#sdp() });
  }

  /** The path in use is always one of the newest generation. */
  getStats(): Promise<RTCStatsReport> {
    const stats = [
      { id: "pair", type: "candidate-pair", selected: true, localCandidateId: "local" },
      { id: "local", type: "local-candidate", usernameFragment: this.ufrag },
    ];
    return Promise.resolve(new Map(stats.map((it) => [it.id, it])));
  }

  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type === "answer" && this.signalingState !== "have-remote-offer") {
      return reject("No offer is open", "InvalidStateError");
    }
    if (this.signalingState === "stable") this.#stable = this.localDescription;
    const before = this.ufrag;
    this.localDescription = description;
    this.signalingState = description.type === "offer" ? "have-local-offer" : "stable";
    if (this.ufrag !== before) queueMicrotask(() => this.#gather());
    this.#connect();
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (this.connectionState === "closed") return reject("Closed", "InvalidStateError");
    if (!/a=ice-ufrag/.test(description.sdp ?? "")) return reject("Cannot parse this SDP", "OperationError");
    const isAnswer = description.type === "answer";
    const isOffering = this.signalingState === "have-local-offer";
    if (isAnswer && !isOffering) return reject("No offer is open", "InvalidStateError");
    if (!isAnswer && isOffering) {
      // An offer takes the own one back (RFC 8829, section 4.1.10.2).
      this.localDescription = this.#stable;
      this.rollbacks++;
    }
    const isRestart = this.remoteDescription !== null && ufragOf(description) !== ufragOf(this.remoteDescription);
    if (!isAnswer && isRestart) this.#generation++;
    this.signalingState = isAnswer ? "stable" : "have-remote-offer";
    this.remoteDescription = description;
    this.candidates.push(...Array.from(description.sdp?.matchAll(/^a=(candidate:.*)$/gm) ?? [], ([, line]) => line!));
    this.#connect();
    return Promise.resolve();
  }

  addIceCandidate({ candidate, usernameFragment }: RTCIceCandidateInit): Promise<void> {
    if (this.remoteDescription === null) return reject("No remote description is set", "InvalidStateError");
    if (candidate?.includes("broken")) return reject("Cannot parse this candidate", "OperationError");
    if (usernameFragment && usernameFragment !== ufragOf(this.remoteDescription)) {
      return reject("Of another ICE generation", "OperationError");
    }
    this.candidates.push(candidate ?? "");
    this.#connect();
    return Promise.resolve();
  }

  /** Gathers one more candidate, or with `null` no more. */
  gather(address: string | null): void {
    const line = address === null ? null : `candidate:1 1 udp 2113937151 ${address} typ host`;
    if (line !== null && this.localDescription !== null) {
      const sdp = `${this.localDescription.sdp}a=${line}\r\n`;
      this.localDescription = { ...this.localDescription, sdp };
    }
    const init = { candidate: line, sdpMid: "0", sdpMLineIndex: 0, usernameFragment: this.ufrag ?? null };
    this.#fire("icecandidate", { candidate: line === null ? null : init });
    if (line !== null) return;
    this.iceGatheringState = "complete";
    this.#fire("icegatheringstatechange");
  }

  changeConnection(state: RTCPeerConnectionState): void {
    if (this.connectionState === "closed" || this.connectionState === state) return;
    this.connectionState = state;
    this.#fire("connectionstatechange");
  }

  lose(state: "disconnected" | "failed"): void {
    this.channels.forEach((channel) => channel.pause());
    this.changeConnection(state);
  }

  find(): void {
    this.changeConnection("connected");
    this.channels.forEach((channel) => channel.resume());
  }

  /** As browsers do it: the own side hears nothing of it, the other's channels close. */
  close(): void {
    this.connectionState = "closed";
    this.channels.forEach((channel) => channel.close());
  }

  #gather(): void {
    if (this.connectionState === "closed") return;
    this.iceGatheringState = "gathering";
    this.network.gathers.forEach((address) => this.gather(address));
  }

  #connect(): void {
    const other = this.network.peers.find(({ ufrag }) => ufrag === ufragOf(this.remoteDescription));
    if (other === undefined || ufragOf(other.remoteDescription) !== this.ufrag) return;
    if (this.localDescription === null || other.localDescription === null) return;
    const isLost = this.connectionState === "disconnected" || this.connectionState === "failed";
    if (this.candidates.length + other.candidates.length === 0 || (this.connectionState !== "new" && !isLost)) return;
    const pair = [this, other];
    pair.forEach((peer) => peer.changeConnection("connecting"));
    queueMicrotask(() => {
      if (!this.network.reachable) return pair.forEach((peer) => peer.changeConnection("failed"));
      pair.forEach((peer) => peer.find());
      if (!isLost) pair.forEach((peer, index) => peer.#openChannels(pair[1 - index]!));
    });
  }

  // The side that made a channel opens it first; on the other one it is announced before it opens.
  #openChannels(other: FakePeer): void {
    for (const channel of this.#made) {
      const twin = channel.pair();
      other.channels.push(twin);
      queueMicrotask(() => {
        channel.open();
        other.#fire("datachannel", { channel: twin });
        setTimeout(() => twin.open());
      });
    }
  }

  #sdp(): string {
    const ufrag = `${this.name}${this.#generation === 0 ? "" : `g${this.#generation}`}`;
    return `v=0\r\no=- 1 ${++this.#version} IN IP4 127.0.0.1\r\na=ice-ufrag:${ufrag}\r\n`;
  }

  #fire(type: string, fields: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), fields));
  }
}

function ufragOf(description: RTCSessionDescriptionInit | null): string | undefined {
  return /a=ice-ufrag:(\S+)/.exec(description?.sdp ?? "")?.[1];
}

function reject(message: string, name: string): Promise<never> {
  return Promise.reject(new DOMException(message, name));
}
