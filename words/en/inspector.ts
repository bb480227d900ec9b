import { candidate } from "./inspected_candidate.ts";
import { media } from "./inspected_media.ts";
import { session } from "./inspected_session.ts";

/** Explains each line of a session description and each field of an ICE candidate to someone learning WebRTC. */
export const inspector = {
  title: "What was sent",
  close: "Close",
  copy: "Copy as sent",
  copied: "Copied",
  notCopied: "The browser doesn't let this page copy. Select the text and copy it yourself.",
  none: "There is nothing to explain here.",
  left: "{count} more lines aren't shown: no browser sends this many.",
  outside: "not standard: a browser convention",
  section: "{name}, section {section}",
  messages: {
    "offer": "Offer",
    "answer": "Answer",
    "candidate": "ICE candidate",
    "end-of-candidates": "End of candidates",
    "renegotiate": "Request for a new offer",
    "bye": "Hang-up",
  },
  intros: {
    "offer":
      "A session description in SDP: what this side can do, how to reach it, and which certificate identifies it. The other side answers with its own.",
    "answer":
      "A session description in SDP. It has the same sections as the offer, in the same order, and says what this side accepts of each.",
    "candidate":
      "An address where this side may be reachable. Both sides try all pairs of candidates and keep the best one that works.",
    "end-of-candidates": "No more candidates will follow.",
    "renegotiate": "The callee asks the caller for a new offer.",
    "bye": "This side has left.",
  },
  sections: {
    session: "The whole session",
    application: "Section {number}: data channels",
    audio: "Section {number}: audio",
    video: "Section {number}: video",
    media: "Section {number}: other media",
    candidate: "The candidate",
    message: "The message",
  },
  lines: { ...session, ...media, ...candidate },
};
