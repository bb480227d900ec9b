import { createDefine } from "fresh";
import type { Language } from "../../words/languages.ts";
import type { RoomName } from "../protocol/mod.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { ReportFault } from "./fault_report.ts";
import type { Unsent } from "./http/long_response.ts";
import type { MemoryWatch } from "./memory_watch.ts";
import type { Store } from "./store/store.ts";

/** What a handler of the API gets: a request, and what it needs to respond. Fresh's contexts have the same. */
export interface ApiContext {
  readonly req: Request;
  /** The connection; `undefined` where a test calls the handler itself. */
  readonly info: Deno.ServeHandlerInfo | undefined;
  readonly url: URL;
  readonly state: ApiState;
}

/** What every request carries. */
export interface ApiState {
  store: Store;
  config: Config;
  clock: Clock;
  report: ReportFault;
  memory: MemoryWatch;
  /** Long responses that aren't sent yet, by characters. */
  unsent: Unsent;
  /** Work that outlives its request, such as a WebSocket; nothing in it rejects. */
  lasting: Set<Promise<void>>;
  /** The room that the path names; the lobby where it names none. */
  room: RoomName;
}

/** What a request for a page carries as well. */
export interface State extends ApiState {
  language: Language;
  /** Whether the address names the language: links to other pages then name it too. */
  languageChosen: boolean;
  /** The title of the page, set by the page. */
  title?: string;
}

/** Fresh's helpers with this project's state. */
export const define = createDefine<State>();
