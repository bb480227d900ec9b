export { handler } from "./rooms/[room]/offer.ts";
