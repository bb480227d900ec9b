#!/usr/bin/env bash
# A whole call by hand: examples/curl.sh http://localhost:8000/rooms/by-hand
# The caller sends messages, several at a time; the callee uses the separate resources. Both read the same data.
set -euo pipefail
ROOM=${1:-http://localhost:8000/rooms/by-hand}
FOLDER=$(mktemp -d)
trap 'rm -r "$FOLDER"' EXIT

api() { curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' "$@"; }
say() { printf '\n\n# %s\n' "$*"; }

say 'The callee comes first, and waits for an offer'
api "$ROOM/offer" -H 'Prefer: wait=25' >"$FOLDER/offer" &

say 'The caller opens a call: offer, ICE candidate and end of candidates in one request'
api "$ROOM/messages?from=caller" -D "$FOLDER/headers" -d '[
  {"type": "offer", "sdp": "v=0\r\na=ice-ufrag:AAAA\r\n"},
  {"type": "candidate", "candidate": {"candidate": "candidate:1 1 udp 1 192.0.2.1 50000 typ host", "sdpMid": "0"}},
  {"type": "end-of-candidates"}
]'
CALL=$(sed -n 's/^etag: *//Ip' "$FOLDER/headers" | tr -d '\r')

say 'The callee receives the offer at once, then reads its candidates'
wait $!
cat "$FOLDER/offer"
echo
api "$ROOM/offer-candidates"

say 'The callee answers; the offer'\''s ETag identifies the call'
api "$ROOM/answer" -H "If-Match: $CALL" -d '{"type": "answer", "sdp": "v=0\r\na=ice-ufrag:BBBB\r\n"}'
api "$ROOM/answer-candidate" -d '[{"candidate": "candidate:1 1 udp 1 192.0.2.2 50000 typ host", "sdpMid": "0"}, null]'

say 'The caller reads the callee'\''s messages, in order'
api "$ROOM/messages?to=caller" -H "If-Match: $CALL" -H 'Prefer: wait=25'

say 'The event stream reports that the caller hangs up'
api -N "$ROOM/messages?to=callee" -H 'Accept: text/event-stream' >"$FOLDER/events" &
until grep -q end-of-candidates "$FOLDER/events" 2>/dev/null; do sleep 0.1; done
api "$ROOM/messages?from=caller" -H "If-Match: $CALL" -d '{"type": "bye"}' >/dev/null
wait $!
cat "$FOLDER/events"
