import { candidate } from "./inspected_candidate.ts";
import { media } from "./inspected_media.ts";
import { session } from "./inspected_session.ts";

/** What each line of a session description and each piece of an ICE candidate is, for somebody who is learning it. */
export const inspector = {
  title: "What was sent",
  close: "Close",
  copy: "Copy as sent",
  copied: "Copied",
  notCopied: "The browser does not let the page copy. Mark the text and copy it by hand.",
  none: "There is nothing to explain in this one.",
  left: "{count} further lines are not shown: no browser says this much.",
  outside: "no standard: a habit of browsers",
  section: "{name}, section {section}",
  messages: {
    "offer": "Offer",
    "answer": "Answer",
    "candidate": "ICE candidate",
    "end-of-candidates": "End of candidates",
    "renegotiate": "Request for another offer",
    "bye": "Hanging up",
  },
  intros: {
    "offer":
      "A session description in the format SDP: what this side can do, how it is reached, and by which certificate it is recognised. The other side answers with one of its own.",
    "answer":
      "A session description in the format SDP. It has the same sections as the offer, in the same order, and says of each what this side takes.",
    "candidate":
      "One address at which this side may be reached. Both sides try out all pairs of candidates and keep the best that works.",
    "end-of-candidates": "There are no more candidates to wait for.",
    "renegotiate": "The callee asks the caller to offer anew.",
    "bye": "This side has left.",
  },
  sections: {
    session: "The session as a whole",
    application: "Section {number}: data channels",
    audio: "Section {number}: sound",
    video: "Section {number}: picture",
    media: "Section {number}: another medium",
    candidate: "The candidate",
    message: "The message",
  },
  lines: { ...session, ...media, ...candidate },
};
