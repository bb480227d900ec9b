import { candidateLinesIn, type IceCandidate, type Message } from "../protocol/mod.ts";

/** This side's candidates on their way to the other side. */
interface LocalCandidates {
  /** Takes the candidate of an `icecandidate` event; `null` means there are no more. */
  add(candidate: RTCIceCandidate | null): void;
  /** The description is on its way: candidates it doesn't contain follow from now on. */
  follow(sdp: string): void;
}

/** Holds candidates back until their description is on its way, then says them. */
export function createLocalCandidates(say: (messages: readonly Message[]) => Promise<unknown>): LocalCandidates {
  let early: Message[] | undefined = [];
  let described = new Set<string>();
  let isComplete = false;

  function send(messages: readonly Message[]) {
    const news = messages.filter((it) => it.type !== "candidate" || !described.has(nameOf(it.candidate.candidate)));
    // Peers often find each other without these; if they don't, the connection says so.
    if (news.length > 0) say(news).catch(() => isComplete = true);
  }

  return {
    add(candidate) {
      // Firefox fires `""` for each media section before its `null`, Chromium only `null`.
      if (isComplete || candidate?.candidate === "") return;
      isComplete = candidate === null;
      const message: Message = candidate === null
        ? { type: "end-of-candidates" }
        : { type: "candidate", candidate: toInit(candidate) };
      if (early === undefined) send([message]);
      else early.push(message);
    },
    follow(sdp) {
      described = new Set(candidateLinesIn(sdp).map(nameOf));
      const messages = early ?? [];
      early = undefined;
      send(messages);
    },
  };
}

/** The plain object of a candidate, as it is sent. */
export function toInit({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): IceCandidate {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}

// Foundation, component, protocol, priority, address and port; SDP and events write the rest differently.
function nameOf(candidate: string): string {
  return candidate.split(" ", 6).join(" ");
}
