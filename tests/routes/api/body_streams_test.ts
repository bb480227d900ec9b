import { assertEquals } from "@std/assert";
import { assertProblem, readJson, type TestRoom, testRoom } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";

const PATHS = ["/offer", "/answer", "/offer-candidate", "/answer-candidate"];
const LIMIT = 65_536;
const JSON_TYPE = { "content-type": "application/json" };

testRoom("POST … takes a body of 64 KiB and no byte more, regardless of Content-Length", async (room) => {
  const offer = JSON.stringify(offerOf("aaaa"));
  for (const headers of [{}, { "content-length": "10" }, { "content-length": "99999999" }, { "content-length": "x" }]) {
    const full = await send(room, "/offer", streamOf(offer.padEnd(LIMIT)).body, headers);
    assertEquals(full.status, 201);
    await full.body?.cancel();
    for (const path of PATHS) {
      const { limit } = await assertProblem(
        await send(room, path, streamOf(offer.padEnd(LIMIT + 1)).body, headers),
        413,
        "too-large",
      );
      assertEquals(limit, LIMIT);
    }
  }
});

testRoom("POST … stops reading at the limit, and cancels the rest", async (room) => {
  for (const path of PATHS) {
    const endless = endlessBody();
    await assertProblem(await send(room, path, endless.body), 413, "too-large");
    assertEquals(endless.state.cancelled, true);
    assertEquals(endless.state.sent <= LIMIT + 3_000, true, `read ${endless.state.sent} bytes`);
  }
});

testRoom("POST … cancels a body that it refuses unread", async (room) => {
  for (const path of PATHS) {
    const endless = endlessBody();
    await assertProblem(
      await send(room, path, endless.body, { "content-type": "text/plain" }),
      415,
      "unsupported-media-type",
    );
    assertEquals(endless.state.cancelled, true);
  }
  const endless = endlessBody();
  await assertProblem(await send(room, "/offer-candidates", endless.body), 405, "method-not-allowed");
  assertEquals(endless.state.cancelled, true);
});

testRoom("POST … gives a body ten seconds", async (room) => {
  for (const path of PATHS) {
    const { body, state } = streamOf(`{"type":`, { end: false });
    const sent = send(room, path, body);
    await room.clock.timers(1);
    room.clock.advance(9_999);
    assertEquals(state.cancelled, false);
    room.clock.advance(1);
    const { limit } = await assertProblem(await sent, 408, "slow-body");
    assertEquals(limit, 10);
    assertEquals(state.cancelled, true);
  }
});

testRoom("POST … refuses a body that breaks off", async (room) => {
  for (const path of PATHS) {
    const body = new ReadableStream({ pull: (stream) => stream.error(new Error("connection reset by 192.0.2.1")) });
    const { detail } = await assertProblem(await send(room, path, body), 400, "unreadable-body");
    assertEquals(detail, "Cannot read the body: it ended before it was complete");
  }
});

testRoom("POST … refuses what is not UTF-8", async (room) => {
  for (const path of PATHS) {
    for (const bytes of [[0x22, 0xff, 0x22], [0x22, 0xc3], [0xed, 0xa0, 0x80]]) {
      const { detail } = await assertProblem(
        await send(room, path, new Uint8Array(bytes)),
        400,
        "unreadable-body",
      );
      assertEquals(detail, "Cannot read the body: it is not UTF-8");
    }
  }
});

testRoom("POST … puts together a body that comes in single bytes", async (room) => {
  const offer = { type: "offer", sdp: "v=0\r\ns=naïve 🦜\r\n" };
  const bytes = new TextEncoder().encode(JSON.stringify(offer));
  const body = new ReadableStream({
    start(stream) {
      for (const byte of bytes) stream.enqueue(new Uint8Array([byte]));
      stream.close();
    },
  });
  const answer = await send(room, "/offer", body);
  assertEquals(answer.status, 201);
  await answer.body?.cancel();
  assertEquals(await readJson(room.get("/offer")), offer);
});

testRoom("POST … takes a body of 256 chunks, and stops reading one of more", async (room) => {
  for (const path of PATHS) {
    for (const count of [256, 257]) {
      let pulled = 0;
      const body = new ReadableStream({
        pull(stream) {
          stream.enqueue(new Uint8Array([0x20]));
          if (++pulled >= count) stream.close();
        },
      }, { highWaterMark: 0 });
      const answer = await send(room, path, body);
      if (count === 256) await assertProblem(answer, 400, "not-json");
      else assertEquals((await assertProblem(answer, 400, "too-many-chunks")).limit, 256);
      assertEquals(pulled, count);
    }
  }
});

function send({ request }: TestRoom, path: string, body: BodyInit, headers = {}): Promise<Response> {
  return request(path, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body });
}

function streamOf(text: string, { end = true } = {}) {
  const state = { cancelled: false };
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(text));
      if (end) stream.close();
    },
    cancel: () => void (state.cancelled = true),
  });
  return { body, state };
}

function endlessBody() {
  const state = { cancelled: false, sent: 0 };
  const body = new ReadableStream({
    pull(stream) {
      state.sent += 1_000;
      stream.enqueue(new Uint8Array(1_000).fill(0x20));
    },
    cancel: () => void (state.cancelled = true),
  });
  return { body, state };
}
