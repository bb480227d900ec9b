import type { RefusalCode } from "@/lib/protocol/mod.ts";

/** What to do about each refusal. */
export const ADVICE: Record<RefusalCode, string> = {
  "no-offer": "Ask again in a second, or wait for it with Prefer: wait=25. An answer can only follow an offer.",
  "no-answer": "Ask again in a second, or wait for it with Prefer: wait=25.",
  "answer-taken": "Wait for the next offer, or agree on another room. The first answer to an offer wins.",
  "offer-replaced":
    "Read the offer again and begin anew with it: another caller has taken the room, or the call has expired.",
  "call-ended": "Start anew. Somebody hung up, or nobody wrote for so long that the call was forgotten.",
  "expired": "Start anew, and renew the offer in time: POST it again with If-Match before expiresAt.",
  "slow-reader": "Connect again with the cursor you have, and read faster than the other side writes.",
  "shutting-down": "Connect again with the cursor you have: another server takes over, or this one comes back.",
  "too-many-candidates": "Leave it at those that were sent. A browser that gathers this many has most of them twice.",
  "invalid-room": "Take 1 to 64 letters (a to z), digits, hyphens and underscores, with a letter or digit first.",
  "invalid-query": "Look at the detail, which names the parameter and what it takes.",
  "not-json": "Send valid JSON in UTF-8, or a description's bare SDP as application/sdp.",
  "unreadable-body": "Send the request again: it was cut off on its way.",
  "invalid-body":
    "Look at the detail. Send what RTCPeerConnection gives: a description, a candidate, or an array of these.",
  "too-large": "Look at the limit. Descriptions this size come from many media sections; batches can be split.",
  "unsupported-media-type": "Set Content-Type to one of those in the limit.",
  "slow-body": "Send the request again, over a better connection if there is one.",
  "malformed-url": "Escape the URL anew: each percent sign takes two hexadecimal digits, and together they are UTF-8.",
  "url-too-long": "Shorten the URL to the limit.",
  "not-found": "Check the address against the table of resources.",
  "method-not-allowed": "Use one of the methods in the Allow header.",
  "busy": "Try again after Retry-After seconds. What was sent has not been stored.",
  "too-many-waiting": "Ask again without Prefer: wait, after Retry-After seconds.",
  "unavailable": "Try again after Retry-After seconds. What was sent may not have been stored.",
  "fault": "Try again later. If it stays, tell whoever runs the server: the cause is in its log.",
};
