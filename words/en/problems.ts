/** The page of problems. The titles are those that the API sends. */
export const problems = {
  title: "Problems",
  lead:
    "Whatever the server refuses, it says so in {type}, whose type is one of these. A program switches on the type; the rest is for people.",
  refusals: {
    "no-offer": {
      title: "Nobody has offered in this room yet",
      advice: "Ask again in a second, or wait for it with Prefer: wait=25. An answer can only follow an offer.",
    },
    "no-answer": {
      title: "Nobody has answered this offer yet",
      advice: "Ask again in a second, or wait for it with Prefer: wait=25.",
    },
    "answer-taken": {
      title: "Somebody else has answered this offer",
      advice: "Wait for the next offer, or agree on another room. The first answer to an offer wins.",
    },
    "offer-replaced": {
      title: "This offer is no longer the open one",
      advice:
        "Read the offer again and begin anew with it: another caller has taken the room, or the call has expired.",
    },
    "call-ended": {
      title: "This call is over",
      advice: "Start anew. Somebody hung up, or nobody wrote for so long that the call was forgotten.",
    },
    "expired": {
      title: "This call has expired",
      advice: "Start anew, and renew the offer in time: POST it again with If-Match before expiresAt.",
    },
    "slow-reader": {
      title: "The reader takes too long to take what is said",
      advice: "Connect again with the cursor you have, and read faster than the other side writes.",
    },
    "shutting-down": {
      title: "This server is about to stop",
      advice: "Connect again with the cursor you have: another server takes over, or this one comes back.",
    },
    "too-many-candidates": {
      title: "This side has sent all the candidates it may",
      advice: "Leave it at those that were sent. A browser that gathers this many has most of them twice.",
    },
    "invalid-room": {
      title: "This cannot be a room's name",
      advice: "Take 1 to 64 letters (a to z), digits, hyphens and underscores, with a letter or digit first.",
    },
    "invalid-query": {
      title: "A query parameter has a value it cannot have",
      advice: "Look at the detail, which names the parameter and what it takes.",
    },
    "not-json": {
      title: "The body is not JSON",
      advice: "Send valid JSON in UTF-8, or a description's bare SDP as application/sdp.",
    },
    "unreadable-body": {
      title: "The body ended before it was complete",
      advice: "Send the request again: it was cut off on its way.",
    },
    "invalid-body": {
      title: "The body is JSON of another shape",
      advice:
        "Look at the detail. Send what RTCPeerConnection gives: a description, a candidate, or an array of these.",
    },
    "key-reused": {
      title: "This idempotency key was used for something else",
      advice: "Use a new key for each request. Repeat a key only to send the same messages again.",
    },
    "too-large": {
      title: "This is larger than the server takes",
      advice: "Look at the limit. Descriptions this size come from many media sections; batches can be split.",
    },
    "unsupported-media-type": {
      title: "This resource takes another media type",
      advice: "Set Content-Type to one of those in the limit.",
    },
    "slow-body": {
      title: "The body took too long to arrive",
      advice: "Send the request again, over a better connection if there is one.",
    },
    "too-many-chunks": {
      title: "The body comes in too many pieces",
      advice: "Send it in larger chunks: whole, or at least a kilobyte at a time.",
    },
    "invalid-host": {
      title: "This cannot be a host's name",
      advice: "Send the server's name or address in Host, with its port where it needs one, and nothing else.",
    },
    "malformed-url": {
      title: "The URL has an escape that means nothing",
      advice: "Escape the URL anew: each percent sign takes two hexadecimal digits, and together they are UTF-8.",
    },
    "url-too-long": {
      title: "The URL is longer than the server takes",
      advice: "Shorten the URL to the limit.",
    },
    "header-too-long": {
      title: "A header is longer than the server takes",
      advice: "Look at the detail, which names the header, and shorten it to the limit. One ETag is enough.",
    },
    "not-found": {
      title: "There is nothing at this address",
      advice: "Check the address against the table of resources.",
    },
    "method-not-allowed": {
      title: "This resource does not take this method",
      advice: "Use one of the methods in the Allow header.",
    },
    "busy": {
      title: "Too many are writing to this room at once",
      advice: "Try again after Retry-After seconds. What was sent has not been stored.",
    },
    "too-many-waiting": {
      title: "Too many requests are waiting",
      advice: "Ask again without Prefer: wait, after Retry-After seconds.",
    },
    "full": {
      title: "The server's storage is full",
      advice: "Try again after Retry-After seconds. What was sent has not been stored.",
    },
    "overloaded": {
      title: "The server is short of memory",
      advice: "Try again after Retry-After seconds, with the cursor you have. Short requests are still answered.",
    },
    "unavailable": {
      title: "The server cannot reach its database",
      advice: "Try again after Retry-After seconds. What was sent may not have been stored.",
    },
    "fault": {
      title: "The server failed",
      advice: "Try again later. If it stays, tell whoever runs the server: the cause is in its log.",
    },
  },
};
