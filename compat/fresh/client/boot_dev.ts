/// <reference lib="dom" />
export { boot } from "./boot.ts";

// The server restarts on change, and tells its revision to whoever connects.
let known: string | undefined;

function connect(): void {
  const url = new URL("/_frsh/alive", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => {
    known ??= String(data);
    if (known !== String(data)) location.reload();
  };
  socket.onclose = () => setTimeout(connect, 500);
}

connect();
