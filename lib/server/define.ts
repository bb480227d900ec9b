import { createDefine } from "fresh";
import type { Language } from "../../words/languages.ts";
import type { RoomName } from "../protocol/mod.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { ReportFault } from "./fault_report.ts";
import type { Unsent } from "./http/response.ts";
import type { MemoryWatch } from "./memory_watch.ts";
import type { Store } from "./store/store.ts";

/** The context of an API request; Fresh's contexts have the same members. */
export interface ApiContext {
  readonly req: Request;
  /** The connection; `undefined` without a port, as in tests. */
  readonly info: Deno.ServeHandlerInfo | undefined;
  readonly url: URL;
  readonly state: ApiState;
}

/** The state of every request. */
export interface ApiState {
  store: Store;
  config: Config;
  clock: Clock;
  report: ReportFault;
  memory: MemoryWatch;
  /** Counts long responses in transit. */
  unsent: Unsent;
  /** Work that outlives its request, such as a WebSocket. The promises never reject. */
  lasting: Set<Promise<void>>;
  /** The room in the path, or the lobby. */
  room: RoomName;
}

/** The state of a page's request. */
export interface State extends ApiState {
  language: Language;
  /** Whether the URL names the language, so that links to other pages name it too. */
  languageChosen: boolean;
  /** The page's title, set by the page. */
  title?: string;
}

/** Fresh's helpers with this project's state. */
export const define = createDefine<State>();
