/** The error reference. The API sends the same titles. */
export const problems = {
  title: "Error reference",
  lead:
    "When the server refuses a request, it responds with {type} of one of these types. Programs switch on the type; the rest is for people.",
  refusals: {
    "no-offer": {
      title: "There is no offer in this room yet",
      advice: "Retry in a second, or wait for it with Prefer: wait=25. An answer can only follow an offer.",
    },
    "no-answer": {
      title: "There is no answer to this offer yet",
      advice: "Retry in a second, or wait for it with Prefer: wait=25.",
    },
    "answer-taken": {
      title: "Someone else has answered this offer",
      advice: "Wait for the next offer, or agree on another room. The first answer to an offer wins.",
    },
    "offer-replaced": {
      title: "This offer is no longer open",
      advice:
        "Read the offer again and start over with that one: another caller has taken the room, or the call has expired.",
    },
    "call-ended": {
      title: "This call is over",
      advice: "Start over. Someone hung up, or no one wrote for so long that the server forgot the call.",
    },
    "expired": {
      title: "This call has expired",
      advice: "Start over, and renew the offer in time: POST it again with If-Match before expiresAt.",
    },
    "slow-reader": {
      title: "The client reads too slowly",
      advice: "Reconnect with the cursor you have, and read faster than the other side writes.",
    },
    "shutting-down": {
      title: "This server is shutting down",
      advice: "Reconnect with the cursor you have: another server takes over, or this one comes back.",
    },
    "too-many-candidates": {
      title: "This side has sent as many candidates as it may",
      advice: "Send no more. A browser that gathers this many has most of them twice.",
    },
    "invalid-room": {
      title: "This is not a valid room name",
      advice: "Use 1 to 64 letters (a to z), digits, hyphens and underscores, starting with a letter or digit.",
    },
    "invalid-query": {
      title: "A query parameter has an invalid value",
      advice: "See the detail, which names the parameter and its valid values.",
    },
    "not-json": {
      title: "The body is not JSON",
      advice: "Send valid JSON in UTF-8, or a description's bare SDP as application/sdp.",
    },
    "unreadable-body": {
      title: "The body ended before it was complete",
      advice: "Send the request again: it was cut off on the way.",
    },
    "invalid-body": {
      title: "The body is JSON of the wrong form",
      advice:
        "See the detail. Send what RTCPeerConnection gives you: a description, a candidate, or an array of these.",
    },
    "key-reused": {
      title: "This idempotency key was used for something else",
      advice: "Use a new key for each request. Repeat a key only to send the same messages again.",
    },
    "too-large": {
      title: "This is larger than the server accepts",
      advice: "See the limit. Descriptions this large have many media sections; batches can be split.",
    },
    "unsupported-media-type": {
      title: "This resource does not accept this media type",
      advice: "Set Content-Type to one of those in the limit.",
    },
    "slow-body": {
      title: "The body took too long to arrive",
      advice: "Send the request again, over a better connection if you have one.",
    },
    "too-many-chunks": {
      title: "The body is in too many chunks",
      advice: "Send it in larger chunks: all at once, or at least a kilobyte at a time.",
    },
    "invalid-host": {
      title: "This is not a valid host",
      advice: "Send the server's name or address in Host, with its port where it needs one, and nothing else.",
    },
    "malformed-url": {
      title: "The URL has an invalid escape",
      advice: "Escape the URL again: two hexadecimal digits follow each percent sign, and together they are UTF-8.",
    },
    "url-too-long": {
      title: "The URL is longer than the server accepts",
      advice: "Shorten the URL to the limit.",
    },
    "header-too-long": {
      title: "A header is longer than the server accepts",
      advice: "See the detail, which names the header, and shorten it to the limit. One ETag is enough.",
    },
    "not-found": {
      title: "There is nothing at this address",
      advice: "Check the address against the table of resources.",
    },
    "method-not-allowed": {
      title: "This resource does not allow this method",
      advice: "Use one of the methods in the Allow header.",
    },
    "busy": {
      title: "Too many clients are writing to this room at once",
      advice: "Retry after Retry-After seconds. What you sent has not been stored.",
    },
    "too-many-waiting": {
      title: "Too many requests are waiting",
      advice: "Retry without Prefer: wait, after Retry-After seconds.",
    },
    "full": {
      title: "The server's storage is full",
      advice: "Retry after Retry-After seconds. What you sent has not been stored.",
    },
    "overloaded": {
      title: "The server is short of memory",
      advice: "Retry after Retry-After seconds, with the cursor you have. Short requests still get a response.",
    },
    "unavailable": {
      title: "The server cannot reach its database",
      advice: "Retry after Retry-After seconds. What you sent may not have been stored.",
    },
    "fault": {
      title: "The server failed",
      advice: "Try again later. If it keeps failing, tell the server's operator: the cause is in the log.",
    },
  },
};
