export const doctor: typeof import("../en/doctor.ts").doctor = {
  settled: "Woran es lag",
  soFar: "Woran es hängt",
  evidence: "Was dafür spricht",
  tries: "Was du versuchen kannst",
  causes: {
    "nobody-came": {
      title: "Die andere Seite ist noch nicht da",
      meaning: "Bei dir ist alles in Ordnung. Sobald die andere Person da ist, kann es losgehen.",
      tries: [
        "Vergleicht, ob ihr beide genau dieselbe Adresse geöffnet habt.",
        "Eine Person drückt Start caller, die andere Start callee: Zwei Anrufer oder zwei Angerufene finden nie zueinander.",
        "Lass diese Seite offen, bis die andere Person da ist.",
      ],
    },
    "offer-expired": {
      title: "Dein Anruf ist abgelaufen, bevor jemand geantwortet hat",
      meaning:
        "Ein Anruf liegt einige Minuten beim Server, und diese Seite erneuert ihn laufend. Das wurde unterbrochen: Der Rechner hat geschlafen oder war offline.",
      tries: [
        "Fang noch einmal an, wenn die andere Person da ist.",
        "Lass die Seite im Vordergrund und den Rechner wach, solange du wartest.",
      ],
    },
    "answered-too-late": {
      title: "Deine Antwort kam zu spät",
      meaning:
        "Als sie beim Server ankam, gab es den Anruf nicht mehr: Der Anrufer hat aufgelegt oder neu angerufen, oder jemand war schneller.",
      tries: [
        "Bleib hier: Den nächsten Anruf nimmt diese Seite von selbst an.",
        "Bitte den Anrufer, noch einmal anzufangen. Ist noch jemand im Raum, dann verabredet einen eigenen.",
      ],
    },
    "replaced": {
      title: "Ein anderer Anrufer hat diesen Raum übernommen",
      meaning: "In einem Raum ist Platz für einen Anruf, und nach dir hat jemand als Anrufer angefangen.",
      tries: [
        "War das die andere Person? Dann muss eine von euch als Angerufener anfangen.",
        "War es jemand Fremdes, dann verabredet einen Raum, dessen Namen nur ihr beide kennt.",
      ],
    },
    "room-cleared": {
      title: "Der Server weiß nichts mehr von deinem Anruf",
      meaning: "Jemand hat den Raum geleert, oder der Server wurde neu gestartet.",
      tries: ["Fang noch einmal an. Die andere Person muss nichts tun."],
    },
    "server-unreachable": {
      title: "Der Server, der euch bekannt macht, ist nicht erreichbar",
      meaning:
        "Bevor ihr verbunden seid, müsst ihr über den Server ein paar Nachrichten austauschen. Er antwortet nicht.",
      tries: [
        "Bist du online? Sieh nach, ob sich eine andere Website öffnet.",
        "Versuch es in einer Minute noch einmal: Vielleicht startet der Server gerade neu.",
        "Geht nur diese Seite nicht, blockiert sie vielleicht ein Firmenproxy oder eine Erweiterung im Browser.",
      ],
    },
    "refused": {
      title: "Der Anruf wurde abgelehnt",
      meaning: "Der Server oder der Browser macht nicht mit. Was er dazu sagt, steht unten.",
      tries: [
        "Fang noch einmal an, oder nimm einen anderen Raum.",
        "Kommt es wieder vor, dann zeig den Grund dem, der diesen Server betreibt.",
      ],
    },
    "stun-unreachable": {
      title: "Dein Browser erfährt seine öffentliche Adresse nicht",
      meaning:
        "Damit er von außen erreichbar ist, fragt er einen Helfer im Internet (einen STUN-Server), unter welcher Adresse man ihn sieht. Der hat nicht geantwortet. So erreichen dich nur Leute in deinem eigenen Netz.",
      tries: [
        "Nimm ein anderes Netz: den Hotspot des Handys statt des WLANs von Firma oder Hotel.",
        "Schalte VPN oder Firewall kurz ab und fang noch einmal an.",
        "Wer diesen Server betreibt: Stimmen die Adressen in ICE_SERVERS?",
      ],
    },
    "turn-unreachable": {
      title: "Das Relais ist nicht erreichbar",
      meaning:
        "Kein direkter Weg zwischen euch funktioniert, und das Relais (ein TURN-Server), das einspringen könnte, antwortet nicht.",
      tries: [
        "Nimm ein anderes Netz: den Hotspot des Handys statt des WLANs von Firma oder Hotel.",
        "Wer diesen Server betreibt: Läuft das Relais? Biete es auch über TCP auf Port 443 an (turns:…?transport=tcp).",
      ],
    },
    "turn-refused": {
      title: "Das Relais hat dich abgewiesen",
      meaning:
        "Kein direkter Weg zwischen euch funktioniert, und das Relais (ein TURN-Server), das einspringen könnte, nimmt das Passwort dieser Seite nicht an.",
      tries: [
        "Lade die Seite neu und fang noch einmal an: Vielleicht ist ein Passwort abgelaufen.",
        "Wer diesen Server betreibt: Passen Benutzername und Passwort in ICE_SERVERS zu denen des Relais?",
      ],
    },
    "udp-blocked": {
      title: "Dein Netz blockiert direkte Verbindungen",
      meaning:
        "Anrufe brauchen Pakete einer Art (UDP), die dein Netz, ein VPN oder eine Einstellung des Browsers nicht durchlässt.",
      tries: [
        "Nimm ein anderes Netz: Der Hotspot eines Handys lässt Anrufe meistens durch.",
        "Schalte ein VPN oder den WebRTC-Schutz des Browsers oder einer Erweiterung ab und fang noch einmal an.",
        "Wer diesen Server betreibt: Ein Relais über TCP auf Port 443 (turns:…?transport=tcp) kommt fast überall durch.",
      ],
    },
    "no-relay": {
      title: "Zwischen euch gibt es keinen direkten Weg",
      meaning:
        "Beide Browser haben die Adressen des anderen ausprobiert, und nichts kam durch: Oft lässt ein Router oder eine Firewall niemanden herein. Ein Relais könnte einspringen, aber es gibt keins.",
      tries: [
        "Eine Person nimmt ein anderes Netz, etwa den Hotspot des Handys; oder ihr nehmt beide dasselbe.",
        "Schaltet auf beiden Seiten das VPN ab und fangt noch einmal an.",
        "Wer diesen Server betreibt: Nimm ein Relais (einen TURN-Server) in ICE_SERVERS auf.",
      ],
    },
    "fingerprint-mismatch": {
      title: "Am anderen Ende scheint jemand anderes zu sein",
      meaning:
        "Die Browser haben sich erreicht, aber das andere Ende hatte nicht den Schlüssel, der für es angekündigt war. Unterwegs hat etwas die Ankündigung verändert oder hört mit. Von dir wurde nichts gesendet.",
      tries: [
        "Fangt noch einmal an, in einem Raum mit anderem Namen.",
        "Kommt es wieder vor, dann nehmt ein anderes Netz und sagt dem Bescheid, der diesen Server betreibt.",
      ],
    },
    "left": {
      title: "Die andere Seite ist gegangen",
      meaning: "Sie hat aufgelegt oder ihre Seite geschlossen. An deiner Verbindung liegt es nicht.",
      tries: ["Um weiterzureden, fangt ihr beide noch einmal an."],
    },
    "connection-lost": {
      title: "Die Verbindung ist abgerissen",
      meaning:
        "Ihr wart verbunden, dann kam nichts mehr durch: Jemand von euch ist offline, der Rechner schläft, oder das Netz hat gewechselt.",
      tries: [
        "Seht nach, ob ihr beide online seid.",
        "Solange diese Seite es noch versucht, warte: Was du geschrieben hast, kommt später an. Sonst fangt beide noch einmal an.",
      ],
    },
    "unsupported": {
      title: "Dieser Browser kann nicht anrufen",
      meaning: "Er hat kein WebRTC, oder es ist in den Einstellungen oder von einer Erweiterung abgeschaltet.",
      tries: [
        "Nimm einen aktuellen Firefox, Chrome, Edge oder Safari.",
        "Such in den Einstellungen deiner Erweiterungen nach WebRTC.",
      ],
    },
    "unknown": {
      title: "Der Grund lässt sich von hier aus nicht sagen",
      meaning: "Was diese Seite gesehen hat, passt zu mehreren Ursachen. Es steht unten und im Diagramm des Anrufs.",
      tries: [
        "Fangt beide noch einmal an; vielleicht ist nur jemand gegangen.",
        "Testet beide Netze, jeweils mit dem Knopf unten.",
      ],
    },
  },
  shows: {
    "waited": "Das Warten dauert schon {time}.",
    "connecting": "Die Browser haben {time} lang nach einem Weg gesucht.",
    "talked": "Ihr wart {time} lang verbunden.",
    "pending": "Die letzte Nachricht an den Server ist seit {time} unterwegs.",
    "in-vain": "Der Server wurde vergeblich versucht; Anläufe: {count}.",
    "server-refused": "Der Server sagt: {detail} ({code})",
    "ice-server-silent": "{url} antwortet nicht.",
    "ice-server-said": "{url} antwortete {code} {text}",
    "own-candidates": "Dein Browser hat Adressen gefunden: lokal {local}, öffentlich {public}, über Relais {relayed}.",
    "their-candidates":
      "Die andere Seite hat Adressen genannt: lokal {local}, öffentlich {public}, über Relais {relayed}.",
    "own-none": "Dein Browser hat keine einzige Adresse gefunden.",
    "their-none": "Die andere Seite hat keine Adresse genannt.",
    "only-relayed": "Diese Seite soll nur Relais benutzen.",
    "no-turn": "Dieser Server nennt kein Relais (TURN-Server).",
    "had-path": "ICE hat einen Weg gefunden: Die Browser haben sich erreicht.",
    "no-path": "Zwischen den Browsern kommt kein Paket durch.",
    "no-channel": "Der verschlüsselte Kanal war nie offen.",
    "detail": "{detail}",
  },
  test: {
    title: "Dein Netz",
    hint: "Probiert aus, was dein Browser und dein Netz können: etwa zehn Sekunden, gespeichert wird nichts.",
    start: "Dieses Netz testen",
    again: "Noch einmal testen",
    stop: "Abbrechen",
    running: "Der Test läuft …",
    stopped: "Abgebrochen.",
    rows: {
      http: "Signaling-Server",
      socket: "WebSocket dorthin",
      own: "Eigene Adressen",
      local: "Anruf innerhalb dieser Seite",
      relayed: "Dasselbe über ein Relais",
    },
    states: {
      running: "…",
      reached: "antwortet, {time}",
      unreached: "antwortet nicht",
      socketReached: "kommt durch, {time}",
      socketUnreached: "kommt nicht durch; langsamere Wege springen ein",
      own: "{count} gefunden",
      ownNone: "keine gefunden",
      stun: "hat geantwortet, {time}",
      stunSame: "hat geantwortet",
      turn: "stellt ein Relais, {time}",
      refused: "lehnt ab: {code} {text}",
      silent: "antwortet nicht",
      connected: "offen nach {time}, eine Nachricht hin und zurück {echo}",
      failed: "kommt nicht zustande",
      noTurn: "es ist kein Relais eingestellt",
    },
    verdicts: {
      "everywhere": {
        title: "Anrufe gehen von hier aus, und das mit fast allen",
        text: "Direkt, wo es möglich ist, und überall sonst über das Relais.",
      },
      "mostly": {
        title: "Anrufe gehen von hier aus, mit den meisten",
        text:
          "Von außen bist du erreichbar. Ist das Netz der anderen Seite streng, gibt es aber kein Relais, das einspringt.",
      },
      "relayed-only": {
        title: "Anrufe gehen von hier aus, aber nur über das Relais",
        text: "Direkte Verbindungen kommen nicht durch. Das Relais schon.",
      },
      "nearby-only": {
        title: "Anrufe gehen nur innerhalb deines eigenen Netzes",
        text: "Dein Browser verbindet sich, aber von außen sieht niemand, wo du bist.",
      },
      "nothing": {
        title: "Anrufe gehen von hier aus nicht",
        text:
          "Nicht einmal diese Seite konnte sich mit sich selbst verbinden: Eine Einstellung, eine Erweiterung oder ein VPN blockiert WebRTC.",
      },
      "unsupported": {
        title: "Dieser Browser kann nicht anrufen",
        text: "Er hat kein WebRTC, oder es ist abgeschaltet.",
      },
    },
    noServer: "Der Signaling-Server hat nicht geantwortet, und ohne ihn findet dich niemand.",
  },
};
