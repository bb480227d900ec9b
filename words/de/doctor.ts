import { selfTest } from "./self_test.ts";

export const doctor: typeof import("../en/doctor.ts").doctor = {
  settled: "Woran es lag",
  soFar: "Woran es hängt",
  evidence: "Anhaltspunkte",
  tries: "Was du versuchen kannst",
  causes: {
    "nobody-came": {
      title: "Die Gegenseite ist noch nicht da",
      meaning: "Bei dir ist alles in Ordnung. Sobald die andere Person da ist, kann es losgehen.",
      tries: [
        "Vergleicht, ob ihr genau dieselbe Adresse geöffnet habt.",
        "Eine Person drückt Start caller, die andere Start callee: Zwei Anrufer oder zwei Angerufene finden nie zueinander.",
        "Lass diese Seite offen, bis die andere Person da ist.",
      ],
    },
    "offer-expired": {
      title: "Dein Anruf ist abgelaufen, bevor jemand geantwortet hat",
      meaning:
        "Der Server hebt einen Anruf ein paar Minuten auf, und diese Seite erneuert ihn laufend. Das wurde unterbrochen: Dein Rechner hat geschlafen oder war offline.",
      tries: [
        "Starte noch einmal, wenn die andere Person da ist.",
        "Lass die Seite im Vordergrund und den Rechner wach, solange du wartest.",
      ],
    },
    "answered-too-late": {
      title: "Deine Antwort kam zu spät",
      meaning:
        "Als sie beim Server ankam, gab es den Anruf nicht mehr: Der Anrufer hat aufgelegt oder neu angerufen, oder jemand anderes war schneller.",
      tries: [
        "Bleib hier: Den nächsten Anruf nimmt diese Seite von selbst an.",
        "Bitte den Anrufer, noch einmal zu starten. Ist noch jemand im Raum, verabredet einen eigenen.",
      ],
    },
    "replaced": {
      title: "Ein anderer Anrufer hat den Raum übernommen",
      meaning: "In einem Raum ist nur Platz für einen Anruf, und nach dir hat jemand als Anrufer gestartet.",
      tries: [
        "War das die andere Person, muss eine von euch als Angerufener starten.",
        "War es jemand Fremdes, verabredet einen Raum, dessen Namen nur ihr beide kennt.",
      ],
    },
    "room-cleared": {
      title: "Der Server kennt deinen Anruf nicht mehr",
      meaning: "Jemand hat den Raum geleert, oder der Server wurde neu gestartet.",
      tries: ["Starte noch einmal. Die andere Person muss nichts tun."],
    },
    "server-unreachable": {
      title: "Der Signaling-Server ist nicht erreichbar",
      meaning:
        "Um euch zu verbinden, müsst ihr über diesen Server erst ein paar Nachrichten austauschen. Er antwortet nicht.",
      tries: [
        "Prüfe, ob du online bist: Öffnet sich eine andere Website?",
        "Starte in einer Minute noch einmal: Vielleicht wird der Server gerade neu gestartet.",
        "Geht nur diese Website nicht, blockiert sie vielleicht ein Firmenproxy oder eine Browser-Erweiterung.",
      ],
    },
    "server-failing": {
      title: "Der Signaling-Server hat ein Problem",
      meaning:
        "Um euch zu verbinden, müsst ihr über diesen Server erst ein paar Nachrichten austauschen. Er antwortet, aber mit Fehlern: An dir liegt es nicht.",
      tries: [
        "Starte in einer Minute noch einmal: Vielleicht ist es gleich vorbei.",
        "Bleibt es so, zeig die Anhaltspunkte den Leuten, die diesen Server betreiben: Vielleicht fehlt die Datenbank, oder der Speicher ist voll.",
      ],
    },
    "refused": {
      title: "Der Anruf wurde abgelehnt",
      meaning: "Der Server oder dein Browser hat den Anruf abgelehnt. Der Grund steht unten.",
      tries: [
        "Starte noch einmal, oder nimm einen anderen Raum.",
        "Kommt es wieder vor, zeig den Grund den Leuten, die diesen Server betreiben.",
      ],
    },
    "stun-unreachable": {
      title: "Dein Browser kennt seine öffentliche Adresse nicht",
      meaning:
        "Um von außen erreichbar zu sein, fragt er einen Helfer im Internet (einen STUN-Server) nach seiner öffentlichen Adresse. Der hat nicht geantwortet. So erreichen dich nur Leute in deinem eigenen Netz.",
      tries: [
        "Nimm ein anderes Netz: den Hotspot eines Handys statt des WLANs in Firma oder Hotel.",
        "Schalte VPN oder Firewall kurz ab und starte noch einmal.",
        "Wer diesen Server betreibt: Stimmen die Adressen in ICE_SERVERS?",
      ],
    },
    "turn-unreachable": {
      title: "Das Relay ist nicht erreichbar",
      meaning:
        "Es gibt keinen direkten Weg zwischen euch, und das Relay (ein TURN-Server), das einspringen könnte, antwortet nicht.",
      tries: [
        "Nimm ein anderes Netz: den Hotspot eines Handys statt des WLANs in Firma oder Hotel.",
        "Wer diesen Server betreibt: Läuft das Relay? Biete es auch über TCP auf Port 443 an (turns:…?transport=tcp).",
      ],
    },
    "turn-refused": {
      title: "Das Relay hat dich abgewiesen",
      meaning:
        "Das Relay (ein TURN-Server), das euch verbindet, wo es keinen direkten Weg gibt, nimmt das Passwort dieser Seite nicht an.",
      tries: [
        "Lade die Seite neu und starte noch einmal: Vielleicht ist das Passwort abgelaufen.",
        "Wer diesen Server betreibt: Passen Benutzername und Passwort in ICE_SERVERS zum Relay?",
      ],
    },
    "relay-not-configured": {
      title: "Es gibt kein Relay",
      meaning:
        "Diese Seite ist so eingestellt, dass sie nur ein Relay (einen TURN-Server) benutzt, und dieser Server stellt keins bereit: So kommt keine Verbindung zustande.",
      tries: [
        "Öffne die Seite ohne ?relay in der Adresse und starte noch einmal.",
        "Wer diesen Server betreibt: Nimm ein Relay (einen TURN-Server) in ICE_SERVERS auf.",
      ],
    },
    "relay-silent": {
      title: "Das Relay antwortet nicht",
      meaning:
        "Diese Seite ist so eingestellt, dass sie nur ein Relay (einen TURN-Server) benutzt, aber keins hat geantwortet: Dein Browser hat keine Relay-Adresse gefunden und keinen direkten Weg versucht.",
      tries: [
        "Öffne die Seite ohne ?relay in der Adresse und starte noch einmal.",
        "Nimm ein anderes Netz, etwa den Hotspot eines Handys: Vielleicht blockiert deins den Weg zum Relay.",
        "Wer diesen Server betreibt: Läuft das Relay? Biete es auch über TCP auf Port 443 an (turns:…?transport=tcp).",
      ],
    },
    "no-address-there": {
      title: "Die Gegenseite hat keine Adresse",
      meaning:
        "Der Browser der Gegenseite hat keine einzige Adresse gefunden: Ihr Netz, ein VPN oder eine Einstellung blockiert Anrufe, oder ihre Seite benutzt nur ein Relay, das es nicht gibt.",
      tries: [
        "Frag die andere Person, welche Ursache ihre Seite nennt.",
        "Die andere Person nimmt ein anderes Netz, etwa den Hotspot eines Handys, oder schaltet ihr VPN ab.",
      ],
    },
    "udp-blocked": {
      title: "Dein Netz blockiert direkte Verbindungen",
      meaning: "Anrufe brauchen UDP-Pakete, und dein Netz, ein VPN oder eine Browser-Einstellung blockiert sie.",
      tries: [
        "Nimm ein anderes Netz: Der Hotspot eines Handys lässt Anrufe meistens durch.",
        "Schalte dein VPN oder den WebRTC-Schutz deines Browsers oder einer Erweiterung ab und starte noch einmal.",
        "Wer diesen Server betreibt: Ein Relay über TCP auf Port 443 (turns:…?transport=tcp) kommt fast überall durch.",
      ],
    },
    "no-relay": {
      title: "Es gibt keinen direkten Weg zwischen euch",
      meaning:
        "Eure Browser haben die Adressen der Gegenseite ausprobiert, aber nichts kam durch: Oft blockiert ein Router oder eine Firewall, was von außen kommt. Ein Relay könnte einspringen, aber es gibt keins.",
      tries: [
        "Eine Person nimmt ein anderes Netz, etwa den Hotspot eines Handys, oder ihr nehmt beide dasselbe.",
        "Schaltet auf beiden Seiten das VPN ab und startet noch einmal.",
        "Wer diesen Server betreibt: Nimm ein Relay (einen TURN-Server) in ICE_SERVERS auf.",
      ],
    },
    "fingerprint-mismatch": {
      title: "Am anderen Ende scheint jemand anderes zu sein",
      meaning:
        "Die Browser haben sich erreicht, aber die Gegenseite hatte nicht den angekündigten Schlüssel. Unterwegs hat etwas die Ankündigung verändert oder hört mit. Von dir wurde nichts gesendet.",
      tries: [
        "Startet noch einmal, in einem Raum mit anderem Namen.",
        "Kommt es wieder vor, nehmt ein anderes Netz und sagt den Leuten Bescheid, die diesen Server betreiben.",
      ],
    },
    "left": {
      title: "Die Gegenseite ist gegangen",
      meaning: "Sie hat aufgelegt oder ihre Seite geschlossen. An deiner Verbindung liegt es nicht.",
      tries: ["Um weiterzusprechen, müsst ihr beide neu starten."],
    },
    "connection-lost": {
      title: "Die Verbindung ist abgerissen",
      meaning:
        "Ihr wart verbunden, dann kam nichts mehr durch: Jemand von euch ist offline, im Ruhezustand oder in einem anderen Netz.",
      tries: [
        "Prüft, ob ihr beide online seid.",
        "Solange diese Seite es noch versucht, warte: Was du schreibst, kommt später an. Sonst startet beide neu.",
      ],
    },
    "unsupported": {
      title: "Mit diesem Browser kannst du nicht anrufen",
      meaning: "Er hat kein WebRTC, oder eine Einstellung oder Erweiterung schaltet es ab.",
      tries: [
        "Nimm einen aktuellen Firefox, Chrome, Edge oder Safari.",
        "Such in den Einstellungen deiner Erweiterungen nach WebRTC.",
      ],
    },
    "unknown": {
      title: "Die Ursache ist unklar",
      meaning: "Was diese Seite gesehen hat, passt zu mehreren Ursachen. Es steht unten und im Diagramm des Anrufs.",
      tries: [
        "Startet beide neu: Vielleicht ist nur jemand gegangen.",
        "Testet beide Netze mit dem Knopf unten.",
      ],
    },
  },
  shows: {
    "waited": "Gewartet: {time}.",
    "connecting": "Die Browser versuchen seit {time}, sich zu verbinden.",
    "talked": "Ihr wart {time} lang verbunden.",
    "pending": "Der Server hat die letzte Nachricht seit {time} nicht bestätigt.",
    "in-vain-once": "Der Server hat nicht geantwortet.",
    "in-vain": "Der Server hat nach {count} Versuchen nicht geantwortet.",
    "server-failed": "Der Server hat mit dem Fehler {status} geantwortet.",
    "server-failed-with": "Der Server hat mit dem Fehler {status} ({code}) geantwortet.",
    "server-refused": "Der Server sagt: {detail} ({code})",
    "ice-server-silent": "{url} antwortet nicht.",
    "ice-server-said": "{url} antwortete {code} {text}",
    "own-candidates":
      "Adressen, die dein Browser gefunden hat: lokal {local}, öffentlich {public}, über Relay {relayed}.",
    "their-candidates":
      "Adressen, die die Gegenseite gesendet hat: lokal {local}, öffentlich {public}, über Relay {relayed}.",
    "own-none": "Dein Browser hat keine Adresse gefunden.",
    "their-none": "Die Gegenseite hat keine Adresse gesendet.",
    "only-relayed": "Diese Seite ist so eingestellt, dass sie nur Relays benutzt.",
    "no-turn": "Dieser Server stellt kein Relay (TURN-Server) bereit.",
    "had-path": "ICE hat einen Weg gefunden: Die Browser haben sich erreicht.",
    "no-path": "Zwischen den Browsern kommt kein Paket durch.",
    "no-channel": "Der verschlüsselte Kanal war nie offen.",
    "detail": "{detail}",
  },
  test: selfTest,
};
