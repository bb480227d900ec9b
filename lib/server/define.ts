import { createDefine } from "fresh";
import type { Language } from "../../words/languages.ts";
import type { RoomName } from "../protocol/mod.ts";
import type { ReportFault } from "./http/response.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { MemoryWatch } from "./memory_watch.ts";
import type { Store } from "./store/store.ts";
import type { Unsent } from "./http/unsent.ts";

/** What every request carries. */
export interface ApiState {
  store: Store;
  config: Config;
  clock: Clock;
  report: ReportFault;
  memory: MemoryWatch;
  /** Long answers, by characters. */
  longAnswers: Unsent;
  /** What goes on when the request has been answered, such as a WebSocket; nothing in it rejects. */
  lasting: Set<Promise<void>>;
  /** The room that the path names; the lobby where it names none. */
  room: RoomName;
  /** Whether a machine is to read the answer, rather than a person. */
  isApi: boolean;
  /** The seconds of `Prefer: wait` that were granted. */
  waitApplied?: number;
}

/** What a request carries that the framework answers. */
export interface State extends ApiState {
  /** The language of a page; what machines read has none. */
  language: Language;
  /** Whether the address names the language: links to other pages then name it too. */
  languageChosen: boolean;
  /** The title of the page, set by the page. */
  title?: string;
}

/** Fresh's helpers with this project's state. */
export const define = createDefine<State>();
