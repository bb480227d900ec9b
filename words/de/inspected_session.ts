/** Was die Zeilen einer Session Description sind, die Sitzung, Weg und Verschlüsselung betreffen. */
export const session: typeof import("../en/inspected_session.ts").session = {
  "version": { name: "Version von SDP", text: "Immer 0: Eine andere gab es nie." },
  "origin": {
    name: "Herkunft",
    text:
      "Von wem diese Beschreibung ist: Sitzung Nummer {sessionId}, davon Version {sessionVersion}. Mit jeder Änderung steigt die Version. Benutzername und Adresse bedeuten in WebRTC nichts, deshalb setzt der Browser Platzhalter ein.",
  },
  "name": { name: "Name der Sitzung", text: "SDP verlangt einen. Browser haben keinen und schreiben einen Strich." },
  "information": { name: "Hinweis", text: "Eine Bemerkung für Menschen: {value}" },
  "connection": {
    name: "Verbindungsadresse",
    text:
      "SDP verlangt hier eine Adresse: {address}. Mit ICE ist sie ein Platzhalter oder eine erste Vermutung; es zählen die Kandidaten.",
  },
  "bandwidth": { name: "Bandbreite", text: "Höchstens {limit}, gezählt nach {type}." },
  "timing-always": {
    name: "Zeit",
    text: "Von 0 bis 0: ohne Anfang und Ende. Ein Anruf beginnt, wenn beide Seiten da sind.",
  },
  "timing": { name: "Zeit", text: "Von wann bis wann die Sitzung geplant ist, in Sekunden seit 1900." },
  "group": { name: "Gruppe", text: "Was zusammengehört: die Abschnitte namens {mids} ({semantics})." },
  "group-bundle": {
    name: "Bündel",
    text:
      "Was sich eine Verbindung teilt, einen Weg und eine Verschlüsselung: die Abschnitte namens {mids}. Sonst bräuchte jeder seine eigene.",
  },
  "bundle-only": {
    name: "Nur im Bündel",
    text: "Dieser Abschnitt ist nur gewünscht, wenn er die Verbindung eines anderen mitbenutzen kann.",
  },
  "media-application": {
    name: "Medium: Daten",
    text:
      "Ein Abschnitt für Datenkanäle: {protocol}, also SCTP, verschlüsselt mit DTLS. Port {port} ist ein Platzhalter, wenn dort 9 steht; welcher Port gilt, sagen die Kandidaten.",
  },
  "mid": { name: "Name dieses Abschnitts", text: "„{value}“. Das Bündel und die Kandidaten beziehen sich darauf." },
  "ice-ufrag": {
    name: "ICE: Benutzername",
    text:
      "Die erste Hälfte der Zugangsdaten für die Verbindungstests. Jeder Test nennt die Namen beider Seiten und findet so den richtigen Anruf.",
  },
  "ice-pwd": {
    name: "ICE: Passwort",
    text:
      "Die zweite Hälfte: Damit unterschreibt die andere Seite ihre Tests. Es schützt die Tests, nicht das, was später gesagt wird.",
  },
  "ice-options": { name: "ICE: Optionen", text: "Was diese Seite außerdem kann: {options}." },
  "ice-options-trickle": {
    name: "ICE: Kandidaten dürfen nachkommen",
    text:
      "Trickle: Die Beschreibung kommt sofort, und Kandidaten folgen einzeln, sobald sie gefunden sind. Niemand muss auf den langsamsten warten. Alle Optionen hier: {options}.",
  },
  "ice-lite": {
    name: "ICE: die kurze Form",
    text: "Diese Seite beantwortet nur Tests und macht selbst keine. Das tun Server mit öffentlicher Adresse.",
  },
  "fingerprint": {
    name: "Fingerabdruck des Zertifikats",
    text:
      "Der {algorithm}-Hash des Zertifikats, das diese Seite beim Aufbau der Verschlüsselung zeigt. Kommt diese Zeile unverändert an, kann niemand mithören; wer sie ändern kann, kann sich dazwischensetzen. Deshalb muss man dem Signaling trauen können.",
  },
  "setup-actpass": {
    name: "Wer die Verschlüsselung beginnt",
    text: "„actpass“: Das Angebot überlässt es der anderen Seite, wer DTLS beginnt.",
  },
  "setup-active": {
    name: "Wer die Verschlüsselung beginnt",
    text: "„active“: Diese Seite beginnt DTLS, wie ein Client.",
  },
  "setup-passive": {
    name: "Wer die Verschlüsselung beginnt",
    text: "„passive“: Diese Seite wartet, bis die andere DTLS beginnt, wie ein Server.",
  },
  "tls-id": {
    name: "Name der DTLS-Verbindung",
    text: "Ändert er sich, beginnt die Verschlüsselung von vorn: {value}.",
  },
  "sctp-port": {
    name: "Port von SCTP",
    text:
      "{value}. SCTP hat eigene Ports innerhalb der verschlüsselten Verbindung; mit denen des Netzes haben sie nichts zu tun.",
  },
  "max-message-size": {
    name: "Größte Nachricht",
    text: "Diese Seite nimmt auf einem Datenkanal Nachrichten bis zu {value} Bytes.",
  },
  "max-message-size-any": {
    name: "Größte Nachricht",
    text: "0: Diese Seite nimmt auf einem Datenkanal Nachrichten jeder Größe.",
  },
  "end-of-candidates": {
    name: "Ende der Kandidaten",
    text: "Alle Kandidaten stehen in dieser Beschreibung: Es kommen keine mehr.",
  },
  "renegotiate": {
    name: "Bitte neu anbieten",
    text: "Eine Nachricht von toucan selbst: Nur der Anrufer darf anbieten, also bittet der Angerufene darum.",
  },
  "bye": {
    name: "Auf Wiedersehen",
    text: "Eine Nachricht von toucan selbst: Die andere Seite muss nicht warten, bis die Zeit abläuft.",
  },
  "unreadable": {
    name: "Nicht wohlgeformt",
    text: "Der Anfang ist bekannt, aber der Rest hat nicht die Form, die dazugehört.",
  },
  "unknown": {
    name: "Unbekannt: {name}",
    text: "Hier nicht bekannt. Wer ein Attribut liest, das er nicht kennt, übergeht es.",
  },
};
