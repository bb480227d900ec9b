/** The words that the server renders pages with; the optional parts of a call load their own. */
import { call as callDe } from "./de/call.ts";
import { chat as chatDe } from "./de/chat.ts";
import { explanation as explanationDe } from "./de/explanation.ts";
import { parts as partsDe } from "./de/parts.ts";
import { problems as problemsDe } from "./de/problems.ts";
import { room as roomDe } from "./de/room.ts";
import { site as siteDe } from "./de/site.ts";
import { call } from "./en/call.ts";
import { chat } from "./en/chat.ts";
import { explanation } from "./en/explanation.ts";
import { parts } from "./en/parts.ts";
import { problems } from "./en/problems.ts";
import { room } from "./en/room.ts";
import { site } from "./en/site.ts";
import type { Language } from "./languages.ts";

const EN = { call, chat, explanation, parts, problems, room, site };

/** The words of one language. */
export type Words = typeof EN;

/** The words of each language. A page passes each island only those it shows, so that no others are sent. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: EN,
  de: {
    call: callDe,
    chat: chatDe,
    explanation: explanationDe,
    parts: partsDe,
    problems: problemsDe,
    room: roomDe,
    site: siteDe,
  },
};

export type CallWords = Words["call"];

export type ChatWords = Words["chat"];

/** The words around the optional parts of a call. */
export type PartsWords = Words["parts"];
