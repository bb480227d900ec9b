import { candidate } from "./inspected_candidate.ts";
import { media } from "./inspected_media.ts";
import { session } from "./inspected_session.ts";

/** Erklärt jede Zeile einer Session Description und jedes Feld eines ICE-Kandidaten für alle, die WebRTC lernen. */
export const inspector: typeof import("../en/inspector.ts").inspector = {
  title: "Was gesendet wurde",
  close: "Schließen",
  copy: "Original kopieren",
  copied: "Kopiert",
  notCopied: "Der Browser lässt diese Seite nicht kopieren. Markiere den Text und kopiere ihn selbst.",
  none: "Hier gibt es nichts zu erklären.",
  left: "{count} weitere Zeilen werden nicht gezeigt: So viele sendet kein Browser.",
  outside: "kein Standard: eine Konvention der Browser",
  section: "{name}, Abschnitt {section}",
  messages: {
    "offer": "Angebot (Offer)",
    "answer": "Antwort (Answer)",
    "candidate": "ICE-Kandidat",
    "end-of-candidates": "Ende der Kandidaten",
    "renegotiate": "Bitte um ein neues Angebot",
    "bye": "Auflegen",
  },
  intros: {
    "offer":
      "Eine Session Description in SDP: was diese Seite kann, wie man sie erreicht und welches Zertifikat sie ausweist. Die Gegenseite antwortet mit ihrer eigenen.",
    "answer":
      "Eine Session Description in SDP. Sie hat dieselben Abschnitte wie das Angebot, in derselben Reihenfolge, und sagt zu jedem, was diese Seite davon annimmt.",
    "candidate":
      "Eine Adresse, unter der diese Seite vielleicht erreichbar ist. Beide Seiten probieren alle Paare von Kandidaten durch und behalten das beste, das funktioniert.",
    "end-of-candidates": "Es folgen keine Kandidaten mehr.",
    "renegotiate": "Der Angerufene bittet den Anrufer um ein neues Angebot.",
    "bye": "Diese Seite ist gegangen.",
  },
  sections: {
    session: "Die ganze Sitzung",
    application: "Abschnitt {number}: Datenkanäle",
    audio: "Abschnitt {number}: Ton",
    video: "Abschnitt {number}: Video",
    media: "Abschnitt {number}: anderes Medium",
    candidate: "Der Kandidat",
    message: "Die Nachricht",
  },
  lines: { ...session, ...media, ...candidate },
};
