import { RTCPeerConnection as Connection, RTCSessionDescription } from "werift";

/** A handshake message's type (RFC 5246, section 7.4). */
const CLIENT_KEY_EXCHANGE = 16;

/**
 * Creates a werift peer connection that behaves like a browser's: an `AbortSignal` removes listeners (DOM, section 2.7),
 * and the end of the candidates is `null` (W3C WebRTC, section 4.8.1.1).
 *
 * Calls `onClosed` when its sockets are closed, and again if the other side closes it too.
 */
export function createPeer(configuration: RTCConfiguration, onClosed: () => void): RTCPeerConnection {
  return new Peer(configuration, onClosed) as unknown as RTCPeerConnection;
}

class Peer extends Connection {
  constructor({ iceServers = [] }: RTCConfiguration, private readonly onClosed: () => void) {
    super({ iceServers });
    honourAbort(this);
    // Runs before the event's listeners.
    this.onDataChannel.subscribe(honourAbort);
  }

  override createDataChannel(...args: Parameters<Connection["createDataChannel"]>) {
    const channel = super.createDataChannel(...args);
    honourAbort(channel);
    return channel;
  }

  // If it can use no candidate, such as a browser's mDNS name, werift gives up as soon as it knows that there are no
  // more; the browser's checks, which reveal its address, arrive a moment later (RFC 8863, section 4).
  override setRemoteDescription({ type, sdp }: RTCSessionDescriptionInit): Promise<void> {
    return super.setRemoteDescription({ type, sdp: (sdp ?? "").replace(/^a=end-of-candidates\r?\n/gm, "") });
  }

  override async createOffer(...args: Parameters<Connection["createOffer"]>) {
    const offer = await super.createOffer(...args);
    this.dtlsTransports.forEach(dropResentKeyExchange);
    return offer;
  }

  // As DTLS client, werift takes a flight that a busy browser resends for another, and the keys never match.
  override async createAnswer(...args: Parameters<Connection["createAnswer"]>) {
    const { type, sdp } = await super.createAnswer(...args);
    this.dtlsTransports.forEach(dropResentKeyExchange);
    return new RTCSessionDescription(sdp.replaceAll("a=setup:active", "a=setup:passive"), type);
  }

  override async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
    if (candidate?.candidate) await super.addIceCandidate(candidate);
  }

  override emit(type: string, ...args: unknown[]): boolean {
    const [event] = args;
    const isEnd = type === "icecandidate" && (event as { candidate?: unknown }).candidate === undefined;
    return isEnd ? super.emit(type, { type, candidate: null }) : super.emit(type, ...args);
  }

  override async close(): Promise<void> {
    await super.close();
    this.onClosed();
  }
}

// As DTLS server, werift derives keys from all messages so far whenever a ClientKeyExchange arrives, so a resent one, which
// follows others, makes keys that the client doesn't have.
function dropResentKeyExchange(transport: Connection["dtlsTransports"][number]): void {
  transport.onStateChange.subscribe((state) => {
    if (state !== "connecting") return;
    // It creates its socket right after this event.
    queueMicrotask(() => {
      const socket = transport.dtls!;
      const handle = socket.onHandleHandshakes;
      const isResent = (type: number) => type === CLIENT_KEY_EXCHANGE && socket.dtls.checkHandshakesExist([type]);
      socket.onHandleHandshakes = (messages) => handle(messages.filter(({ msg_type }) => !isResent(msg_type)));
    });
  });
}

type Listener = Parameters<Connection["addEventListener"]>[1];

interface Target {
  addEventListener(type: string, listener: Listener, options?: AddEventListenerOptions): void;
  removeEventListener(type: string, listener: Listener): void;
}

function honourAbort(target: Target): void {
  const add = target.addEventListener;
  target.addEventListener = (type, listener, options = {}) => {
    const { signal } = options;
    if (signal?.aborted) return;
    add(type, listener, options);
    signal?.addEventListener("abort", () => target.removeEventListener(type, listener), { once: true });
  };
}
