import { assertEquals } from "@std/assert";
import { testThatNeeds } from "@/testing/needs.ts";
import { isInstalled } from "@/testing/program.ts";
import { startServer } from "@/testing/server.ts";

const missing = isInstalled("bash") && isInstalled("curl") ? undefined : "install bash and curl";

testThatNeeds(missing, {
  name: "examples/curl.sh makes a whole call by hand",
  fn: async () => {
    await using server = await startServer();
    const { success, stdout, stderr } = await new Deno.Command("bash", {
      args: ["examples/curl.sh", `${server.url}/rooms/by-hand`],
      cwd: new URL("../..", import.meta.url),
      stdin: "null",
    }).output();
    const [text, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    assertEquals([success, errors], [true, ""], text);
    const answers = text!.split(/^# .*$/m).map((part) => part.trim());
    const [, , opened, offered, , heard, streamed] = answers;
    const { call } = JSON.parse(opened!);
    assertEquals(
      offered,
      String.raw`{"type":"offer","sdp":"v=0\r\na=ice-ufrag:AAAA\r\n"}` + "\n" +
        `[{"candidate":"candidate:1 1 udp 1 192.0.2.1 50000 typ host","sdpMid":"0"},{"candidate":""}]`,
    );
    const read = JSON.parse(heard!);
    assertEquals(read.messages.map(({ type }: { type: string }) => type), ["answer", "candidate", "end-of-candidates"]);
    assertEquals(read.call, call);
    assertEquals([...streamed!.matchAll(/"type":"([^"]+)"/g)].map(([, type]) => type), [
      "offer",
      "candidate",
      "end-of-candidates",
      "/problems#call-ended",
    ]);
  },
});
