export { handler } from "./rooms/[room]/answer-candidate.ts";
