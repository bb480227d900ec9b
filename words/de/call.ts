/** Was über einen Anruf gesagt wird. */
export const call: typeof import("../en/call.ts").call = {
  label: "Anruf",
  roles: {
    label: "Anruf beginnen",
    caller: "Als Anrufer eröffnest du den Anruf und wartest auf die Gegenseite.",
    callee: "Als Angerufener nimmst du an. Du kannst auch zuerst da sein und warten.",
  },
  hangUp: "Auflegen",
  figure: { server: "Server", me: "du", them: "Gegenseite" },
  phases: {
    idle: {
      title: "Bereit, wenn du es bist",
      next: "Eine Seite beginnt als Anrufer, die andere als Angerufener. Wer zuerst kommt, ist egal.",
    },
    offering: {
      title: "Der Anruf wird eröffnet",
      next: "Dein Browser bereitet ein Angebot vor und hinterlegt es beim Server.",
    },
    waiting: {
      title: "Warten auf die Gegenseite",
      next: "Dein Anruf ist offen. Bitte die andere Person, diese Seite zu öffnen und Start callee zu drücken.",
    },
    looking: {
      title: "Warten auf einen Anruf",
      next: "Hier ruft noch niemand an. Bitte die andere Person, diese Seite zu öffnen und Start caller zu drücken.",
    },
    answering: {
      title: "Jemand ruft an",
      next: "Dein Browser nimmt den Anruf an.",
    },
    connecting: {
      title: "Verbindung wird hergestellt",
      next: "Ihr habt euch gefunden. Die beiden Browser probieren jetzt aus, auf welchem Weg sie sich erreichen.",
    },
    open: {
      title: "Verbunden",
      next: "Ihr sprecht direkt miteinander. Der Server ist nicht mehr beteiligt.",
    },
    reconnecting: {
      title: "Neu verbinden",
      next:
        "Die Verbindung ging verloren oder hat sich geändert. Was du jetzt schreibst, kommt an, sobald es wieder einen Weg gibt.",
    },
  },
  suggested: {
    caller: {
      title: "Bereit, wenn du es bist",
      next: "Schick der anderen Person die Einladung und drück dann Start caller. Der Anruf wartet auf sie.",
    },
    callee: {
      title: "Du bist eingeladen",
      next: "Drück Start callee. Sobald die Gegenseite anruft, seid ihr verbunden.",
    },
  },
  occupied: {
    title: "Dieser Raum ist besetzt",
    next:
      "Wer hier angerufen hat, spricht schon mit jemandem. Bleib, und der nächste Anruf gilt dir, oder verabredet einen anderen Raum.",
  },
  ends: {
    "hung-up": {
      title: "Du hast aufgelegt",
      next: "Um weiterzusprechen, beginnt ihr beide noch einmal.",
    },
    "left": {
      title: "Die Gegenseite ist gegangen",
      next: "Sie hat aufgelegt oder ihre Seite geschlossen. Um weiterzusprechen, beginnt ihr beide noch einmal.",
    },
    "replaced": {
      title: "Jemand anderes hat diesen Raum übernommen",
      next:
        "In einem Raum gibt es nur einen Anruf zur selben Zeit. Nimm den neuen mit Start callee an, oder verabredet einen anderen Raum.",
    },
    "expired": {
      title: "Niemand hat rechtzeitig abgenommen",
      next: "Ein Anruf bleibt nur einige Minuten offen. Beginne noch einmal, wenn die andere Person da ist.",
    },
    "failed": {
      title: "Die Verbindung ist gescheitert",
      next:
        "Die beiden Browser haben keinen Weg zueinander gefunden oder ihn verloren. Beginnt beide noch einmal. Klappt es wieder nicht, nehmt ein anderes Netz: Manche lassen keine direkten Verbindungen zu.",
    },
    "timeout": {
      title: "Die Verbindung hat zu lange gedauert",
      next:
        "Ihr hattet euch gefunden, aber es tat sich rechtzeitig kein Weg zwischen euch auf. Beginnt beide noch einmal. Passiert es wieder, nehmt ein anderes Netz.",
    },
    "unreachable": {
      title: "Der Server ist nicht erreichbar",
      next: "Sieh nach, ob du online bist, und beginne dann noch einmal.",
    },
    "refused": {
      title: "Der Anruf wurde abgelehnt",
      next: "Der Grund steht darunter. Beginne noch einmal oder nimm einen anderen Raum.",
    },
    "unsupported": {
      title: "Dieser Browser kann nicht anrufen",
      next: "WebRTC fehlt ihm oder ist abgeschaltet. Nimm einen aktuellen Firefox, Chrome, Edge oder Safari.",
    },
  },
  details: {
    "caller-left-or-no-path":
      "Vielleicht war der Anrufer schon weg, als du geantwortet hast, oder es gibt keinen Netzwerkpfad zwischen euch.",
    "no-path-or-callee-left": "Es gibt keinen Netzwerkpfad zwischen euch, oder die Gegenseite ist gegangen.",
    "room-cleared": "Jemand hat den Raum geleert, oder der Server wurde neu gestartet.",
    "left-before-connected": "Es gab noch keine Verbindung: Vielleicht hat sie die Suche danach aufgegeben.",
    "lost": "Die Verbindung ist abgerissen.",
    "server-silent": "Der Signalisierungsserver antwortet nicht.",
    "answer-taken": "Jemand anderes hat diesen Anruf angenommen.",
    "offer-replaced": "Der angenommene Anruf ist nicht mehr der aktuelle.",
    "call-ended": "Für den Server ist der Anruf vorbei: Jemand hat aufgelegt, oder zu lange kam nichts mehr.",
    "expired": "Der Anruf ist beim Server abgelaufen.",
    "too-large": "Die Beschreibung deines Browsers ist größer, als der Server annimmt.",
    "busy": "Zu viele schreiben gleichzeitig in diesen Raum.",
    "too-many-waiting": "Zu viele warten gleichzeitig beim Server.",
    "full": "Der Speicher des Servers ist voll.",
    "unavailable": "Der Server erreicht seine Datenbank nicht.",
    "fault": "Beim Server ist ein Fehler aufgetreten.",
  },
  transports: {
    "websocket": "Vermittlung über einen WebSocket",
    "event-stream": "Vermittlung über einen Strom von Ereignissen",
    "long-poll": "Vermittlung durch lange Anfragen: Etwas auf dem Weg verhindert, was schneller wäre",
    "short-poll": "Vermittlung einmal je Sekunde: Etwas auf dem Weg bricht lange Anfragen ab",
  },
};
