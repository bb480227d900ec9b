export { handler } from "./rooms/[room]/messages.ts";
