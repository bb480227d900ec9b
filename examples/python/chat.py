"""Chats with someone on toucan's page: python3 chat.py http://localhost:8000/rooms/tea caller|callee"""

import asyncio
import json
import signal
import sys
import urllib.error
import urllib.request

from aiortc import RTCPeerConnection, RTCSessionDescription
from aiortc.sdp import candidate_from_sdp

ROOM, SIDE = sys.argv[1:]
OTHER = "answer" if SIDE == "caller" else "offer"


def request(path, body=None, **headers):
    """Sends a request, with a JSON body if any. Returns the response's JSON and ETag, or None if there is nothing yet."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "Prefer": "wait=25", **headers}
    try:
        with urllib.request.urlopen(urllib.request.Request(f"{ROOM}/{path}", data, headers)) as response:
            return json.load(response), response.headers["ETag"]
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return None
        sys.exit(json.load(error)["detail"])


async def wait_for(path, **headers):
    """Repeats a request until there is something; each waits for up to 25 s."""
    while (found := await asyncio.to_thread(request, path, **headers)) is None:
        await asyncio.sleep(1)
    return found


async def post(peer, **headers):
    description = {"type": peer.localDescription.type, "sdp": peer.localDescription.sdp}
    return await asyncio.to_thread(request, description["type"], description, **headers)


def chat(channel, over):
    async def say():
        lines = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(lines)
        await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
        async for line in lines:
            channel.send(line.decode().rstrip("\n"))
        over.set()

    # The caller's channel opens later; the callee's is open already.
    channel.on("open", lambda: asyncio.ensure_future(say()))
    if channel.readyState == "open":
        channel.emit("open")
    channel.on("message", lambda text: print(text, flush=True))
    channel.on("close", over.set)


async def main():
    peer, over = RTCPeerConnection(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, over.set)
    if SIDE == "caller":
        chat(peer.createDataChannel("chat"), over)
        await peer.setLocalDescription(await peer.createOffer())
        _, call = await post(peer)
        answer, _ = await wait_for("answer", **{"If-Match": call})
        await peer.setRemoteDescription(RTCSessionDescription(**answer))
    else:
        peer.on("datachannel", lambda channel: chat(channel, over) if channel.label == "chat" else None)
        offer, call = await wait_for("offer")
        await peer.setRemoteDescription(RTCSessionDescription(**offer))
        await peer.setLocalDescription(await peer.createAnswer())
        await post(peer, **{"If-Match": call})
    candidates, _ = await asyncio.to_thread(request, f"{OTHER}-candidates")
    for entry in filter(lambda entry: entry["candidate"], candidates):
        candidate = candidate_from_sdp(entry["candidate"].removeprefix("candidate:"))
        candidate.sdpMid, candidate.sdpMLineIndex = entry.get("sdpMid"), entry.get("sdpMLineIndex")
        await peer.addIceCandidate(candidate)
    await over.wait()
    await peer.close()


asyncio.run(main())
