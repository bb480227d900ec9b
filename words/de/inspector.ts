import { candidate } from "./inspected_candidate.ts";
import { media } from "./inspected_media.ts";
import { session } from "./inspected_session.ts";

/** Was jede Zeile einer Session Description und jeder Teil eines ICE-Kandidaten ist, für Leute, die es gerade lernen. */
export const inspector: typeof import("../en/inspector.ts").inspector = {
  title: "Was gesendet wurde",
  close: "Schließen",
  copy: "Kopieren, wie gesendet",
  copied: "Kopiert",
  notCopied: "Der Browser lässt die Seite nicht kopieren. Markiere den Text und kopiere ihn von Hand.",
  none: "Hier gibt es nichts zu erklären.",
  left: "{count} weitere Zeilen werden nicht gezeigt: So viel sagt kein Browser.",
  outside: "kein Standard: eine Gewohnheit von Browsern",
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
      "Eine Session Description im Format SDP: was diese Seite kann, wie man sie erreicht und an welchem Zertifikat man sie erkennt. Die andere Seite antwortet mit ihrer eigenen.",
    "answer":
      "Eine Session Description im Format SDP. Sie hat dieselben Abschnitte wie das Angebot, in derselben Reihenfolge, und sagt zu jedem, was diese Seite davon nimmt.",
    "candidate":
      "Eine Adresse, unter der diese Seite vielleicht zu erreichen ist. Beide Seiten probieren alle Paare von Kandidaten durch und behalten das beste, das geht.",
    "end-of-candidates": "Es kommen keine Kandidaten mehr, auf die man warten müsste.",
    "renegotiate": "Der Angerufene bittet den Anrufer um ein neues Angebot.",
    "bye": "Diese Seite ist gegangen.",
  },
  sections: {
    session: "Die Sitzung als Ganzes",
    application: "Abschnitt {number}: Datenkanäle",
    audio: "Abschnitt {number}: Ton",
    video: "Abschnitt {number}: Bild",
    media: "Abschnitt {number}: ein anderes Medium",
    candidate: "Der Kandidat",
    message: "Die Nachricht",
  },
  lines: { ...session, ...media, ...candidate },
};
