import { Refused } from "@/lib/client/signaling_error.ts";
import type { Message, Receipt } from "@/lib/protocol/mod.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { CUT, news, RECEIPT, testSignaling } from "./transports/fake_lines.ts";

const OFFER: Message = { type: "offer", sdp: "v=0" };
const BYE: Message = { type: "bye" };

testSignaling("what is said goes over the line that hears, else by POST", async (world) => {
  const { signaling, lines, posted, time } = world;
  assertEquals(await signaling.say([BYE], `"o"`), RECEIPT);
  assertEquals([posted.length, lines[0]!.said.length], [1, 0]);
  signaling.hear("");
  await signaling.say([BYE], `"o"`);
  assertEquals([posted.length, lines[0]!.said.length], [1, 1]);
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  await signaling.say([BYE], `"o"`);
  assertEquals([posted.length, lines[0]!.said.length], [2, 1]);
  assertEquals(new Set([...posted, ...lines[0]!.said].map(({ key }) => key)).size, 3);
});

testSignaling("a WebSocket is opened to open a call over it", async ({ signaling, lines, posted }) => {
  assertEquals(await signaling.say([OFFER], ""), RECEIPT);
  assertEquals([lines[0]!.hearings.length, lines[0]!.said.length, posted.length], [1, 1, 0]);
  assertEquals(lines[0]!.cursor, { call: "", after: 0 });
});

testSignaling("what a cut line may have taken is said again with the same key", async (world) => {
  const { signaling, lines, posted } = world;
  signaling.hear("");
  lines[0]!.refuses = CUT;
  assertEquals(await signaling.say([BYE], `"o"`), RECEIPT);
  assertEquals(posted, lines[0]!.said);
  lines[0]!.refuses = new Refused("answer-taken", "Cannot answer");
  await assertRejects(() => signaling.say([BYE], `"o"`), Refused);
  assertEquals([posted.length, lines[0]!.said.length], [1, 2]);
});

testSignaling("the journal has what is asked, heard and said, cuts and refusals too", async (world) => {
  const { signaling, lines, noted, time } = world;
  signaling.hear("");
  lines[0]!.listener.asked();
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(news(`"o"`, 1, 2));
  lines[0]!.listener.heard(news(`"o"`, 1, 2));
  lines[0]!.listener.nothing();
  await signaling.say([BYE], `"o"`);
  lines[0]!.refuses = new Refused("answer-taken", "Cannot answer");
  await assertRejects(() => signaling.say([BYE], `"o"`), Refused);
  lines[0]!.end(CUT);
  await time.tickAsync(250);
  lines[0]!.end(new Refused("call-ended", "Cannot read on"));
  await time.runMicrotasks();
  const via = "websocket";
  const { messages } = news(`"o"`, 1, 2);
  assertEquals(noted, [
    { type: "asked", via },
    { type: "heard", via, call: `"o"`, messages, reset: false },
    { type: "nothing", via },
    { type: "said", via, id: 1, messages: [BYE] },
    { type: "taken", id: 1 },
    { type: "said", via, id: 2, messages: [BYE] },
    { type: "refused", id: 2, code: "answer-taken", detail: "Cannot answer" },
    { type: "cut", via, detail: CUT.message },
    { type: "refused", code: "call-ended", detail: "Cannot read on" },
  ]);
});

testSignaling("a posting that is tried again says so, with the server's error, until it is settled", async (world) => {
  const { signaling, posted, servers, noted, answerPost } = world;
  const answer = Promise.withResolvers<Receipt>();
  answerPost(() => answer.promise);
  const said = signaling.say([BYE], `"o"`);
  assertEquals([posted.length, servers], [1, []]);
  world.retryPost({ status: 503, code: "full" });
  assertEquals(servers, ["failing"]);
  answer.resolve(RECEIPT);
  await said;
  assertEquals(servers, ["failing", "ok"]);
  const detail = "The signaling server fails: full";
  assertEquals(noted[1], { type: "cut", via: "websocket", detail, status: 503, code: "full" });
});
