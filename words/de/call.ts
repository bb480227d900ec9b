/** Die Zustände eines Anrufs, jeweils mit dem, was als Nächstes zu tun ist. */
export const call: typeof import("../en/call.ts").call = {
  label: "Anruf",
  roles: {
    label: "Anruf starten",
    caller: "Als Anrufer eröffnest du den Anruf und wartest auf die Gegenseite.",
    callee: "Als Angerufener nimmst du an. Du kannst auch zuerst da sein und warten.",
    join: "Mitchatten",
    guest: "Du kommst als Angerufener dazu und nimmst an, sobald die Gegenseite anruft.",
    either: "Ist die Gegenseite schon da, seid ihr sofort verbunden. Sonst wartet diese Seite auf sie.",
  },
  hangUp: "Auflegen",
  ways: { direct: "Direkt", relayed: "Über ein Relais" },
  details: {
    open: "Mehr",
    close: "Schließen",
    leave: "Zurück zur Seite",
    copy: "Gespräch kopieren",
    copied: "Kopiert",
    save: "Als Text speichern",
    language: "Sprache",
  },
  attention: {
    came: "Die Gegenseite ist da.",
    wrote: "Du hast eine neue Nachricht.",
    file: "Die Gegenseite möchte dir eine Datei senden.",
    left: "Der Anruf ist zu Ende.",
    sound: "Einen Ton abspielen, wenn sich etwas tut, während du woanders bist",
    notifications: "Mitteilungen zeigen",
  },
  figure: { server: "Server", me: "du", them: "Gegenseite" },
  phases: {
    idle: {
      title: "Es kann losgehen",
      next: "Eine Seite startet als Anrufer, die andere als Angerufener. Wer zuerst kommt, ist egal.",
    },
    offering: {
      title: "Anruf wird eröffnet",
      next: "Dein Browser erstellt ein Angebot und schickt es an den Server.",
    },
    waiting: {
      title: "Warten auf die Gegenseite",
      next: "Dein Anruf ist offen. Bitte die andere Person, diese Seite zu öffnen und Start callee zu drücken.",
    },
    looking: {
      title: "Warten auf einen Anruf",
      next: "Noch ruft niemand an. Bitte die andere Person, diese Seite zu öffnen und Start caller zu drücken.",
    },
    answering: {
      title: "Jemand ruft an",
      next: "Dein Browser nimmt den Anruf an.",
    },
    connecting: {
      title: "Verbindung wird hergestellt",
      next: "Ihr habt euch gefunden. Eure Browser suchen jetzt einen Weg zueinander.",
    },
    open: {
      title: "Verbunden",
      next: "Der Server ist nicht mehr beteiligt.",
    },
    reconnecting: {
      title: "Verbindung wird erneuert",
      next:
        "Die Verbindung ist abgerissen oder hat sich geändert. Was du jetzt schreibst, kommt an, sobald ihr wieder verbunden seid.",
    },
  },
  suggested: {
    either: {
      title: "Es kann losgehen",
      next: "Schick der anderen Person die Einladung und komm dazu.",
    },
    callee: {
      title: "Du bist eingeladen",
      next: "Ein Knopfdruck, und ihr beide chattet, ohne Server dazwischen.",
    },
  },
  inRoom: {
    waiting: {
      title: "Warten auf die Gegenseite",
      next: "Schick die Einladung. Sobald die andere Person dazukommt, seid ihr verbunden; lass diese Seite offen.",
    },
    looking: {
      title: "Warten auf die Gegenseite",
      next: "Sie ist noch nicht da. Sobald sie dazukommt, seid ihr verbunden; lass diese Seite offen.",
    },
  },
  occupied: {
    title: "Dieser Raum ist besetzt",
    next: "Der Anrufer spricht schon mit jemandem. Warte auf den nächsten Anruf, oder verabredet einen anderen Raum.",
  },
  ends: {
    "hung-up": {
      title: "Du hast aufgelegt",
      next: "Um weiterzusprechen, müsst ihr beide neu starten.",
    },
    "left": {
      title: "Die Gegenseite ist gegangen",
      next: "Sie hat aufgelegt oder ihre Seite geschlossen. Um weiterzusprechen, müsst ihr beide neu starten.",
    },
    "replaced": {
      title: "Ein anderer Anrufer hat den Raum übernommen",
      next:
        "In einem Raum ist nur Platz für einen Anruf. Nimm den neuen mit Start callee an, oder verabredet einen anderen Raum.",
    },
    "expired": {
      title: "Niemand hat rechtzeitig geantwortet",
      next: "Ein Anruf bleibt nur ein paar Minuten offen. Starte noch einmal, wenn die andere Person da ist.",
    },
    "failed": {
      title: "Die Verbindung ist fehlgeschlagen",
      next:
        "Eure Browser haben keinen Weg zueinander gefunden oder ihn verloren. Startet beide neu. Klappt es wieder nicht, nehmt ein anderes Netz: Manche blockieren direkte Verbindungen.",
    },
    "timeout": {
      title: "Die Verbindung hat zu lange gedauert",
      next:
        "Ihr habt euch gefunden, konntet euch aber nicht rechtzeitig verbinden. Startet beide neu. Passiert es wieder, nehmt ein anderes Netz.",
    },
    "unreachable": {
      title: "Der Server ist nicht erreichbar",
      next: "Prüfe, ob du online bist, und starte dann noch einmal.",
    },
    "failing": {
      title: "Der Server hat ein Problem",
      next: "Er antwortet, aber mit Fehlern. An dir liegt es nicht: Starte in einer Minute noch einmal.",
    },
    "refused": {
      title: "Der Anruf wurde abgelehnt",
      next: "Der Grund steht unten. Starte noch einmal, oder nimm einen anderen Raum.",
    },
    "unsupported": {
      title: "Mit diesem Browser kannst du nicht anrufen",
      next: "Er hat kein WebRTC, oder es ist abgeschaltet. Nimm einen aktuellen Firefox, Chrome, Edge oder Safari.",
    },
  },
  server: {
    silent: "Der Server antwortet nicht. Neuer Versuch …",
    failing: "Der Server antwortet mit Fehlern. Neuer Versuch …",
  },
  causes: {
    "caller-left-or-no-path":
      "Vielleicht war der Anrufer schon weg, als du geantwortet hast, oder es gibt keinen Netzwerkpfad zwischen euch.",
    "no-path-or-callee-left": "Es gibt keinen Netzwerkpfad zwischen euch, oder die Gegenseite ist gegangen.",
    "room-cleared": "Jemand hat den Raum geleert, oder der Server wurde neu gestartet.",
    "left-before-connected": "Ihr wart noch nicht verbunden: Vielleicht hat sie nicht länger gewartet.",
    "lost": "Die Verbindung ist abgerissen.",
    "server-silent": "Der Signaling-Server antwortet nicht.",
    "server-failing": "Der Signaling-Server antwortet mit Fehlern.",
    "answer-taken": "Jemand anderes hat diesen Anruf angenommen.",
    "offer-replaced": "Der Anruf, den du angenommen hast, ist nicht mehr offen.",
    "call-ended": "Der Server hat den Anruf beendet: Jemand hat aufgelegt, oder es kam zu lange nichts mehr.",
    "expired": "Der Anruf ist beim Server abgelaufen.",
    "too-large": "Die Session Description deines Browsers ist größer, als der Server annimmt.",
    "busy": "Zu viele schreiben gleichzeitig in diesen Raum.",
    "too-many-waiting": "Zu viele Anfragen warten beim Server.",
    "full": "Der Speicher des Servers ist voll.",
    "overloaded": "Der Server hat zu viel zu tun.",
    "unavailable": "Der Server erreicht seine Datenbank nicht.",
    "fault": "Beim Server ist ein Fehler aufgetreten.",
  },
  transports: {
    "websocket": "Signaling über einen WebSocket",
    "event-stream": "Signaling über einen Ereignisstrom",
    "long-poll": "Signaling per Long Polling: Etwas auf dem Weg blockiert schnellere Wege",
    "short-poll": "Signaling einmal pro Sekunde: Etwas auf dem Weg bricht lange Anfragen ab",
  },
};
