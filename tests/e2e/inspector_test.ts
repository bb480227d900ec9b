import { assertEquals } from "@std/assert";
import { explain } from "@/lib/inspect/mod.ts";
import type { IceCandidate } from "@/lib/protocol/mod.ts";
import type { Said } from "@/testing/said.ts";
import { type BrowserName, browserTest, launch, openWindow } from "@/testing/browsers.ts";

const SAID = new URL("../../testing/said/", import.meta.url);

for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
  /** `UPDATE_RECORDING=true` makes `testing/said/` anew. */
  browserTest(`every line that this ${name} says is known to the inspector`, [name], async () => {
    const said = await askBrowser(name);
    for (const type of ["offer", "answer"] as const) {
      const lines = explain({ type, sdp: said[type] }).sections.flatMap(({ lines }) => lines);
      const unclear = lines.filter(({ key }) => key === "unknown" || key === "unreadable");
      assertEquals(unclear.map(({ raw }) => raw), []);
    }
    if (Deno.env.get("UPDATE_RECORDING") === "true") {
      await Deno.writeTextFile(new URL(`${name}.json`, SAID), `${mask(JSON.stringify(said, null, 2))}\n`);
    }
  });
}

/** What a browser says for a call with sound, picture and a data channel, and what it answers to that. */
async function askBrowser(name: BrowserName): Promise<Said> {
  await using browser = await launch(name);
  const page = await openWindow(browser);
  return await page.evaluate(async () => {
    const caller = new RTCPeerConnection();
    const callee = new RTCPeerConnection();
    const candidates: IceCandidate[] = [];
    caller.createDataChannel("chat");
    caller.addTransceiver("audio");
    caller.addTransceiver("video");
    caller.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate?.candidate) candidates.push(candidate.toJSON() as IceCandidate);
    });
    const describe = async (peer: RTCPeerConnection) => {
      const gathered = new Promise<void>((done) => {
        peer.addEventListener("icegatheringstatechange", () => peer.iceGatheringState === "complete" && done());
      });
      await peer.setLocalDescription();
      await gathered;
      return peer.localDescription?.sdp ?? "";
    };
    const offer = await describe(caller);
    await callee.setRemoteDescription({ type: "offer", sdp: offer });
    const answer = await describe(callee);
    return { offer, answer, candidates: candidates.slice(0, 6) };
  });
}

/** JSON without this machine's hidden addresses, passwords and fingerprints. */
function mask(json: string): string {
  const names = new Map<string, string>();
  const name = (value: string) => {
    const known = names.get(value) ?? `${String(names.size + 1).padStart(8, "0")}-0000-4000-8000-000000000000`;
    names.set(value, known);
    return known;
  };
  return json
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, name)
    .replace(/(ice-pwd:)[^\\"]+/g, "$1maskedmaskedmaskedmasked")
    .replace(/([0-9A-F]{2}:){31}[0-9A-F]{2}/g, Array.from({ length: 32 }, (_, byte) => hex(byte)).join(":"));
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
