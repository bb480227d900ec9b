export { handler } from "./rooms/[room]/offer-candidates.ts";
