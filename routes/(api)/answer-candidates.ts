export { handler } from "./rooms/[room]/answer-candidates.ts";
