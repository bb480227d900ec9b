export { handler } from "./rooms/[room]/answer.ts";
