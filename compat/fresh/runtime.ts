export { asset } from "./asset.ts";

/** False while a page is rendered on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";
