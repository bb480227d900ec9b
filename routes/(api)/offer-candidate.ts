export { handler } from "./rooms/[room]/offer-candidate.ts";
