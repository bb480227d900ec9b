import { createFiles, type Files, type Transfer } from "@/lib/files/mod.ts";

/** The functions of the bench's page, which both browsers open. */
export interface FilesPage {
  /** `offer`, `answer` and `connect` set up the connection; the descriptions contain the candidates. */
  offer(): Promise<string>;
  answer(sdp: string): Promise<string>;
  connect(sdp: string): Promise<void>;
  /** Sends bytes in a bare loop. Returns the milliseconds until all have arrived. */
  sendBare(sizeBytes: number): Promise<number>;
  /** Sends a file. Returns the milliseconds from its offer until the other side has checked and stored it. */
  sendFile(sizeBytes: number): Promise<number>;
}

const CHUNK_BYTES = 65_536;
const HIGH_BYTES = 1024 * 1024;

let peer: RTCPeerConnection;
let control: RTCDataChannel;
let files: Files;
let look: (transfers: readonly Transfer[]) => void = () => {};

function open() {
  peer = new RTCPeerConnection();
  control = peer.createDataChannel("toucan", { negotiated: true, id: 1_000 });
  files = createFiles({
    say: (message) => control.send(JSON.stringify(message)),
    openChannel: (label, init) => peer.createDataChannel(label, init),
    onChange(transfers) {
      for (const { id, direction, phase } of transfers) {
        if (direction === "in" && phase === "offered") files.accept(id);
      }
      look(transfers);
    },
  });
  control.onmessage = ({ data }) => files.hear(JSON.parse(data));
  peer.ondatachannel = ({ channel }) => files.takeChannel(channel) || takeBare(channel);
}

/** Counts the received bytes, and reports the end. */
function takeBare(channel: RTCDataChannel) {
  let left = Number(channel.label);
  channel.binaryType = "arraybuffer";
  channel.onmessage = ({ data }) => {
    left -= data.byteLength;
    if (left === 0) channel.send("done");
  };
}

async function describe(): Promise<string> {
  await peer.setLocalDescription();
  while (peer.iceGatheringState !== "complete") {
    await new Promise((resolve) => peer.addEventListener("icegatheringstatechange", resolve, { once: true }));
  }
  return peer.localDescription!.sdp;
}

function once(target: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

const page: FilesPage = {
  async offer() {
    open();
    return await describe();
  },

  async answer(sdp) {
    open();
    await peer.setRemoteDescription({ type: "offer", sdp });
    return await describe();
  },

  async connect(sdp) {
    const opened = once(control, "open");
    await peer.setRemoteDescription({ type: "answer", sdp });
    await opened;
  },

  async sendBare(sizeBytes) {
    const chunk = crypto.getRandomValues(new Uint8Array(CHUNK_BYTES));
    const start = performance.now();
    const channel = peer.createDataChannel(String(sizeBytes));
    await once(channel, "open");
    const done = once(channel, "message");
    channel.bufferedAmountLowThreshold = HIGH_BYTES / 2;
    for (let left = sizeBytes; left > 0; left -= CHUNK_BYTES) {
      if (channel.bufferedAmount >= HIGH_BYTES) await once(channel, "bufferedamountlow");
      channel.send(left < CHUNK_BYTES ? chunk.subarray(0, left) : chunk);
    }
    await done;
    const took = performance.now() - start;
    channel.close();
    return took;
  },

  async sendFile(sizeBytes) {
    const part = crypto.getRandomValues(new Uint8Array(CHUNK_BYTES));
    const whole = new Blob(Array.from({ length: Math.ceil(sizeBytes / CHUNK_BYTES) }, () => part));
    const start = performance.now();
    const over = new Promise<Transfer>((resolve) => {
      look = (transfers) => {
        const last = transfers.at(-1);
        if (last?.phase === "done" || last?.phase === "failed") resolve(last);
      };
    });
    files.offer([new File([whole.slice(0, sizeBytes)], "bench.bin")]);
    const last = await over;
    if (last.phase !== "done") throw new Error(`Cannot send the file: ${JSON.stringify(last)}`);
    return performance.now() - start;
  },
};

Object.assign(globalThis, { filesPage: page });
