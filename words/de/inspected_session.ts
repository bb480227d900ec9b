/** Die Zeilen einer Session Description über Sitzung, Weg und Verschlüsselung, erklärt. */
export const session: typeof import("../en/inspected_session.ts").session = {
  "version": { name: "SDP-Version", text: "Immer 0: Eine andere gab es nie." },
  "origin": {
    name: "Herkunft",
    text:
      "Kennzeichnet diese Beschreibung: Sitzung {sessionId}, Version {sessionVersion}. Die Version steigt mit jeder Änderung. Benutzername und Adresse bedeuten in WebRTC nichts, darum setzen Browser Platzhalter ein.",
  },
  "name": { name: "Name der Sitzung", text: "SDP verlangt einen. Browser haben keinen und schreiben einen Strich." },
  "information": { name: "Hinweis", text: "Eine Bemerkung für Menschen: {value}" },
  "connection": {
    name: "Verbindungsadresse",
    text:
      "SDP verlangt hier eine Adresse: {address}. Mit ICE ist sie ein Platzhalter oder eine erste Vermutung; was zählt, sind die Kandidaten.",
  },
  "bandwidth": { name: "Bandbreite", text: "Höchstens {limit}, gemessen als {type}." },
  "timing-always": {
    name: "Zeit",
    text: "Von 0 bis 0: kein Anfang und kein Ende. Ein Anruf beginnt, wenn beide Seiten da sind.",
  },
  "timing": { name: "Zeit", text: "Wann die Sitzung beginnen und enden soll, in Sekunden seit 1900." },
  "group": { name: "Gruppe", text: "Diese Abschnitte gehören zusammen: {mids} ({semantics})." },
  "group-bundle": {
    name: "Bündel",
    text:
      "Diese Abschnitte teilen sich eine Verbindung, einen Weg und eine Verschlüsselung: {mids}. Sonst bräuchte jeder seine eigenen.",
  },
  "bundle-only": {
    name: "Nur im Bündel",
    text: "Dieser Abschnitt ist nur erwünscht, wenn er die Verbindung eines anderen mitbenutzen kann.",
  },
  "media-application": {
    name: "Medium: Daten",
    text:
      "Ein Abschnitt für Datenkanäle: {protocol} ist SCTP, verschlüsselt mit DTLS. Port {port} ist ein Platzhalter, wenn es 9 ist; der echte Port steht bei den Kandidaten.",
  },
  "mid": { name: "Name des Abschnitts", text: "„{value}“. Das Bündel und die Kandidaten beziehen sich darauf." },
  "ice-ufrag": {
    name: "ICE: Username Fragment",
    text:
      "Die erste Hälfte der Zugangsdaten für die Verbindungstests. Jeder Test enthält die Fragmente beider Seiten und erreicht so den richtigen Anruf.",
  },
  "ice-pwd": {
    name: "ICE: Passwort",
    text: "Die zweite Hälfte: Damit signiert die Gegenseite ihre Tests. Es schützt die Tests, nicht den Anruf selbst.",
  },
  "ice-options": { name: "ICE: Optionen", text: "Optionen, die diese Seite unterstützt: {options}." },
  "ice-options-trickle": {
    name: "ICE: Kandidaten dürfen nachkommen",
    text:
      "Trickle: Die Beschreibung wird sofort gesendet, und Kandidaten folgen, sobald sie gefunden sind. So wartet niemand auf den langsamsten. Alle Optionen: {options}.",
  },
  "ice-lite": {
    name: "ICE: lite",
    text: "Diese Seite beantwortet nur Tests und sendet selbst keine, wie es Server mit öffentlicher Adresse tun.",
  },
  "fingerprint": {
    name: "Fingerabdruck des Zertifikats",
    text:
      "Der {algorithm}-Hash des Zertifikats, das diese Seite beim Aufbau der Verschlüsselung vorzeigt. Kommt diese Zeile unverändert an, kann niemand dazwischen mithören; wer sie verändern kann, kann es. Darum muss man dem Signaling vertrauen.",
  },
  "setup-actpass": {
    name: "Wer DTLS beginnt",
    text: "„actpass“: Das Angebot überlässt der Gegenseite, wer DTLS beginnt.",
  },
  "setup-active": {
    name: "Wer DTLS beginnt",
    text: "„active“: Diese Seite beginnt DTLS, wie ein Client.",
  },
  "setup-passive": {
    name: "Wer DTLS beginnt",
    text: "„passive“: Diese Seite wartet, bis die Gegenseite DTLS beginnt, wie ein Server.",
  },
  "tls-id": {
    name: "Kennung der DTLS-Verbindung",
    text: "Ändert sie sich, beginnt die Verschlüsselung von vorn: {value}.",
  },
  "sctp-port": {
    name: "SCTP-Port",
    text: "{value}. SCTP hat eigene Ports innerhalb der verschlüsselten Verbindung, unabhängig von denen des Netzes.",
  },
  "max-message-size": {
    name: "Größte Nachrichtenlänge",
    text: "Diese Seite nimmt auf einem Datenkanal Nachrichten bis zu {value} Byte an.",
  },
  "max-message-size-any": {
    name: "Größte Nachrichtenlänge",
    text: "0: Diese Seite nimmt auf einem Datenkanal Nachrichten jeder Länge an.",
  },
  "end-of-candidates": {
    name: "Ende der Kandidaten",
    text: "Diese Beschreibung enthält alle Kandidaten: Es kommen keine mehr.",
  },
  "renegotiate": {
    name: "Bitte um ein neues Angebot",
    text: "Eine Nachricht von toucan selbst: Nur der Anrufer darf anbieten, also bittet ihn der Angerufene darum.",
  },
  "bye": {
    name: "Auf Wiedersehen",
    text: "Eine Nachricht von toucan selbst: Sie erspart der Gegenseite, auf einen Timeout zu warten.",
  },
  "unreadable": {
    name: "Fehlerhaft",
    text: "Der Anfang dieser Zeile ist bekannt, aber der Rest hat nicht die richtige Form.",
  },
  "unknown": {
    name: "Unbekannt: {name}",
    text: "Hier nicht bekannt; Programme ignorieren Attribute, die sie nicht kennen.",
  },
};
