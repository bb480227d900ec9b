/** Die Seite der Fehler. */
export const problems: typeof import("../en/problems.ts").problems = {
  title: "Fehler",
  lead:
    "Was der Server ablehnt, begründet er in {type}, und dessen type ist einer von diesen. Programme richten sich nach dem type, der Rest ist für Menschen.",
  refusals: {
    "no-offer": {
      title: "In diesem Raum hat noch niemand etwas angeboten",
      advice:
        "Frag in einer Sekunde noch einmal oder warte mit Prefer: wait=25 darauf. Eine Antwort kann nur auf ein Angebot folgen.",
    },
    "no-answer": {
      title: "Dieses Angebot hat noch niemand beantwortet",
      advice: "Frag in einer Sekunde noch einmal oder warte mit Prefer: wait=25 darauf.",
    },
    "answer-taken": {
      title: "Jemand anderes hat dieses Angebot beantwortet",
      advice:
        "Warte auf das nächste Angebot oder verabrede einen anderen Raum. Die erste Antwort auf ein Angebot gilt.",
    },
    "offer-replaced": {
      title: "Dieses Angebot ist nicht mehr das offene",
      advice:
        "Lies das Angebot neu und fang damit von vorn an: Jemand anderes ruft jetzt in diesem Raum an, oder der Anruf ist abgelaufen.",
    },
    "call-ended": {
      title: "Dieser Anruf ist vorbei",
      advice:
        "Fang neu an. Jemand hat aufgelegt, oder es hat so lange niemand geschrieben, dass der Anruf vergessen wurde.",
    },
    "expired": {
      title: "Dieser Anruf ist abgelaufen",
      advice:
        "Fang neu an und erneuere das Angebot beizeiten: Sende es vor expiresAt noch einmal per POST mit If-Match.",
    },
    "slow-reader": {
      title: "Die lesende Seite braucht zu lange für das, was gesagt wird",
      advice: "Verbinde dich mit deinem letzten Cursor neu und lies schneller, als die Gegenseite schreibt.",
    },
    "shutting-down": {
      title: "Dieser Server hört gleich auf",
      advice: "Verbinde dich mit deinem letzten Cursor neu: Ein anderer Server übernimmt, oder dieser kommt wieder.",
    },
    "too-many-candidates": {
      title: "Diese Seite hat so viele Kandidaten gesendet, wie sie darf",
      advice: "Belass es bei den gesendeten. Ein Browser, der so viele sammelt, hat die meisten doppelt.",
    },
    "invalid-room": {
      title: "So kann kein Raum heißen",
      advice:
        "Nimm 1 bis 64 Buchstaben (a bis z), Ziffern, Binde- und Unterstriche, vorn einen Buchstaben oder eine Ziffer.",
    },
    "invalid-query": {
      title: "Ein Parameter der Adresse hat einen Wert, den es nicht gibt",
      advice: "Sieh in detail nach: Dort stehen der Parameter und was er annimmt.",
    },
    "not-json": {
      title: "Der Inhalt ist kein JSON",
      advice: "Sende gültiges JSON in UTF-8 oder das bloße SDP einer Beschreibung als application/sdp.",
    },
    "unreadable-body": {
      title: "Der Inhalt endete, bevor er vollständig war",
      advice: "Sende die Anfrage noch einmal: Sie wurde unterwegs abgeschnitten.",
    },
    "invalid-body": {
      title: "Der Inhalt ist JSON von anderer Gestalt",
      advice:
        "Sieh in detail nach. Sende, was RTCPeerConnection liefert: eine Beschreibung, einen Kandidaten oder ein Array davon.",
    },
    "key-reused": {
      title: "Dieser Idempotenzschlüssel gehört zu etwas anderem",
      advice:
        "Nimm für jede Anfrage einen neuen Schlüssel. Wiederhole einen nur, um dieselben Nachrichten noch einmal zu senden.",
    },
    "too-large": {
      title: "Das ist größer, als der Server annimmt",
      advice:
        "Sieh in limit nach. So große Beschreibungen kommen von vielen Medienabschnitten; Kandidaten lassen sich auf mehrere Anfragen verteilen.",
    },
    "unsupported-media-type": {
      title: "Diese Ressource nimmt einen anderen Medientyp",
      advice: "Setze Content-Type auf einen von denen, die in limit stehen.",
    },
    "slow-body": {
      title: "Der Inhalt brauchte zu lange, um anzukommen",
      advice: "Sende die Anfrage noch einmal, wenn möglich über eine bessere Verbindung.",
    },
    "too-many-chunks": {
      title: "Der Inhalt kommt in zu vielen Stücken",
      advice: "Sende ihn in größeren Stücken: ganz oder wenigstens ein Kilobyte auf einmal.",
    },
    "invalid-host": {
      title: "So kann kein Rechner heißen",
      advice: "Sende in Host den Namen oder die Adresse des Servers, wenn nötig mit dem Port, und sonst nichts.",
    },
    "malformed-url": {
      title: "In der URL steht eine Maskierung, die nichts bedeutet",
      advice:
        "Maskiere die URL neu: Auf jedes Prozentzeichen folgen zwei hexadezimale Ziffern, und zusammen ergeben sie UTF-8.",
    },
    "url-too-long": {
      title: "Die URL ist länger, als der Server annimmt",
      advice: "Kürze die URL auf das, was in limit steht.",
    },
    "header-too-long": {
      title: "Ein Header ist länger, als der Server annimmt",
      advice: "Sieh in detail nach, welcher es ist, und kürze ihn auf das, was in limit steht. Ein ETag genügt.",
    },
    "not-found": {
      title: "Unter dieser Adresse gibt es nichts",
      advice: "Vergleiche die Adresse mit der Tabelle der Ressourcen.",
    },
    "method-not-allowed": {
      title: "Diese Ressource kennt diese Methode nicht",
      advice: "Nimm eine der Methoden aus dem Header Allow.",
    },
    "busy": {
      title: "Zu viele schreiben gleichzeitig in diesen Raum",
      advice:
        "Versuch es nach so vielen Sekunden wieder, wie Retry-After sagt. Was du gesendet hast, ist nicht gespeichert.",
    },
    "too-many-waiting": {
      title: "Zu viele Anfragen warten",
      advice: "Frag ohne Prefer: wait noch einmal, nach so vielen Sekunden, wie Retry-After sagt.",
    },
    "full": {
      title: "Der Speicher des Servers ist voll",
      advice:
        "Versuch es nach so vielen Sekunden wieder, wie Retry-After sagt. Was du gesendet hast, ist nicht gespeichert.",
    },
    "overloaded": {
      title: "Dem Server fehlt Speicher",
      advice:
        "Versuch es mit deinem letzten Cursor wieder, nach so vielen Sekunden, wie Retry-After sagt. Kurze Anfragen werden weiter beantwortet.",
    },
    "unavailable": {
      title: "Der Server erreicht seine Datenbank nicht",
      advice:
        "Versuch es nach so vielen Sekunden wieder, wie Retry-After sagt. Was du gesendet hast, ist vielleicht nicht gespeichert.",
    },
    "fault": {
      title: "Der Server hat versagt",
      advice:
        "Versuch es später noch einmal. Bleibt es dabei, sag es denen, die den Server betreiben: Die Ursache steht in ihrem Protokoll.",
    },
  },
};
