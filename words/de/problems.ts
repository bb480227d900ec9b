/** Die Fehlerliste. */
export const problems: typeof import("../en/problems.ts").problems = {
  title: "Fehlerliste",
  lead:
    "Wenn der Server eine Anfrage ablehnt, antwortet er mit {type} von einem dieser Typen. Programme richten sich nach dem Typ, der Rest ist für Menschen.",
  refusals: {
    "no-offer": {
      title: "In diesem Raum gibt es noch kein Angebot",
      advice:
        "Versuch es in einer Sekunde noch einmal, oder warte mit Prefer: wait=25 darauf. Eine Antwort kann nur auf ein Angebot folgen.",
    },
    "no-answer": {
      title: "Auf dieses Angebot gibt es noch keine Antwort",
      advice: "Versuch es in einer Sekunde noch einmal, oder warte mit Prefer: wait=25 darauf.",
    },
    "answer-taken": {
      title: "Jemand anderes hat dieses Angebot beantwortet",
      advice:
        "Warte auf das nächste Angebot oder verabrede einen anderen Raum. Die erste Antwort auf ein Angebot gilt.",
    },
    "offer-replaced": {
      title: "Dieses Angebot ist nicht mehr offen",
      advice:
        "Lies das Angebot neu und fang damit von vorn an: Ein anderer Anrufer hat den Raum übernommen, oder der Anruf ist abgelaufen.",
    },
    "call-ended": {
      title: "Dieser Anruf ist vorbei",
      advice:
        "Fang von vorn an. Jemand hat aufgelegt, oder es hat so lange niemand geschrieben, dass der Server den Anruf vergessen hat.",
    },
    "expired": {
      title: "Dieser Anruf ist abgelaufen",
      advice:
        "Fang von vorn an, und erneuere das Angebot rechtzeitig: Sende es vor expiresAt noch einmal per POST mit If-Match.",
    },
    "slow-reader": {
      title: "Der Client liest zu langsam",
      advice: "Verbinde dich mit deinem letzten Cursor neu und lies schneller, als die Gegenseite schreibt.",
    },
    "shutting-down": {
      title: "Dieser Server wird gerade beendet",
      advice: "Verbinde dich mit deinem letzten Cursor neu: Ein anderer Server übernimmt, oder dieser kommt wieder.",
    },
    "too-many-candidates": {
      title: "Diese Seite hat so viele Kandidaten gesendet, wie sie darf",
      advice: "Sende keine weiteren. Ein Browser, der so viele sammelt, hat die meisten doppelt.",
    },
    "invalid-room": {
      title: "Das ist kein gültiger Raumname",
      advice:
        "Nimm 1 bis 64 Buchstaben (a bis z), Ziffern, Binde- und Unterstriche, am Anfang einen Buchstaben oder eine Ziffer.",
    },
    "invalid-query": {
      title: "Ein Query-Parameter hat einen ungültigen Wert",
      advice: "Sieh in detail nach: Dort stehen der Parameter und seine gültigen Werte.",
    },
    "not-json": {
      title: "Der Body ist kein JSON",
      advice: "Sende gültiges JSON in UTF-8 oder das bloße SDP einer Beschreibung als application/sdp.",
    },
    "unreadable-body": {
      title: "Der Body endete, bevor er vollständig war",
      advice: "Sende die Anfrage noch einmal: Sie wurde unterwegs abgeschnitten.",
    },
    "invalid-body": {
      title: "Der Body ist JSON in der falschen Form",
      advice:
        "Sieh in detail nach. Sende, was RTCPeerConnection liefert: eine Beschreibung, einen Kandidaten oder ein Array davon.",
    },
    "key-reused": {
      title: "Dieser Idempotenzschlüssel wurde für etwas anderes benutzt",
      advice:
        "Nimm für jede Anfrage einen neuen Schlüssel. Wiederhole einen Schlüssel nur, um dieselben Nachrichten noch einmal zu senden.",
    },
    "too-large": {
      title: "Das ist größer, als der Server annimmt",
      advice:
        "Sieh in limit nach. So große Beschreibungen haben viele Medienabschnitte; Kandidaten lassen sich auf mehrere Anfragen verteilen.",
    },
    "unsupported-media-type": {
      title: "Diese Ressource nimmt diesen Medientyp nicht an",
      advice: "Setze Content-Type auf einen der Typen in limit.",
    },
    "slow-body": {
      title: "Der Body brauchte zu lange, um anzukommen",
      advice: "Sende die Anfrage noch einmal, wenn möglich über eine bessere Verbindung.",
    },
    "too-many-chunks": {
      title: "Der Body kommt in zu vielen Stücken",
      advice: "Sende ihn in größeren Stücken: ganz oder wenigstens ein Kilobyte auf einmal.",
    },
    "invalid-host": {
      title: "Das ist kein gültiger Hostname",
      advice: "Sende in Host den Namen oder die Adresse des Servers, wenn nötig mit dem Port, und sonst nichts.",
    },
    "malformed-url": {
      title: "Die URL enthält eine ungültige Maskierung",
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
      title: "Diese Ressource erlaubt diese Methode nicht",
      advice: "Nimm eine der Methoden aus dem Header Allow.",
    },
    "busy": {
      title: "Zu viele Clients schreiben gleichzeitig in diesen Raum",
      advice: "Versuch es nach Retry-After Sekunden noch einmal. Was du gesendet hast, ist nicht gespeichert.",
    },
    "too-many-waiting": {
      title: "Zu viele Anfragen warten",
      advice: "Versuch es ohne Prefer: wait noch einmal, nach Retry-After Sekunden.",
    },
    "full": {
      title: "Der Speicher des Servers ist voll",
      advice: "Versuch es nach Retry-After Sekunden noch einmal. Was du gesendet hast, ist nicht gespeichert.",
    },
    "overloaded": {
      title: "Dem Server wird der Arbeitsspeicher knapp",
      advice:
        "Versuch es nach Retry-After Sekunden mit deinem letzten Cursor noch einmal. Kurze Anfragen werden weiter beantwortet.",
    },
    "unavailable": {
      title: "Der Server erreicht seine Datenbank nicht",
      advice:
        "Versuch es nach Retry-After Sekunden noch einmal. Was du gesendet hast, ist vielleicht nicht gespeichert.",
    },
    "fault": {
      title: "Beim Server ist ein Fehler aufgetreten",
      advice:
        "Versuch es später noch einmal. Bleibt es dabei, sag den Leuten Bescheid, die den Server betreiben: Die Ursache steht im Protokoll.",
    },
  },
};
