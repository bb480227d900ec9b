/** Die Felder eines ICE-Kandidaten, erklärt. */
export const candidate: typeof import("../en/inspected_candidate.ts").candidate = {
  "all-candidates-sent": {
    name: "Ende der Kandidaten",
    text:
      "Diese Seite hat alle ihre Kandidaten gesammelt. Funktioniert jetzt kein Paar, braucht die Gegenseite nicht auf weitere zu warten.",
  },
  "candidate": {
    name: "ICE-Kandidat",
    text:
      "Eine Adresse, unter der diese Seite vielleicht erreichbar ist: {address}, Port {port}, über {protocol}, Typ {type}.",
  },
  "foundation": {
    name: "Foundation",
    text:
      "Gleich bei Kandidaten eines Typs, von einer Adresse und einem Server. Funktioniert einer, werden andere mit derselben Foundation früher probiert.",
  },
  "component": {
    name: "Komponente {component}",
    text: "1 überträgt die eigentlichen Daten. Bei gemeinsamem Port und bei Datenkanälen ist es die einzige.",
  },
  "component-rtcp": { name: "Komponente 2", text: "2 überträgt Empfangsberichte (RTCP), über einen eigenen Port." },
  "protocol-udp": {
    name: "Über UDP",
    text: "Die erste Wahl von WebRTC: Pakete ohne Verbindung, die durch die meisten Router kommen.",
  },
  "protocol-tcp": { name: "Über TCP", text: "Für Netze, die UDP blockieren." },
  "protocol": { name: "Über {protocol}", text: "Das Transportprotokoll für diese Adresse." },
  "priority": {
    name: "Priorität",
    text:
      "{priority} = 2²⁴ × {typePreference} + 2⁸ × {localPreference} + (256 − {component}). {typePreference} ist der Vorrang des Typs (empfohlen: host 126, prflx 110, srflx 100, relay 0), {localPreference} der Vorrang dieser Netzwerkschnittstelle, {component} die Komponente. Höhere Prioritäten werden zuerst probiert.",
  },
  "address": { name: "Adresse", text: "Wo diese Seite nach eigenen Angaben erreichbar ist: {address}." },
  "address-ipv6": {
    name: "Adresse, IPv6",
    text: "Wo diese Seite nach eigenen Angaben erreichbar ist: {address}.",
  },
  "address-hidden": {
    name: "Adresse, verborgen",
    text:
      "{address} steht für eine lokale Adresse, die der Browser vor der Webseite verbirgt. Ein Name auf .local ist für diesen Anruf erfunden; Multicast-DNS löst ihn auf, aber nur im selben Netz. Sobald die Webseite Kamera oder Mikrofon benutzen darf, zeigen Browser die Adresse selbst.",
  },
  "port": { name: "Port", text: "{port}, für diesen Anruf geöffnet." },
  "port-discard": {
    name: "Port",
    text: "9, ein Platzhalter: Diese Seite baut die TCP-Verbindung selbst auf, also kann sich hier niemand verbinden.",
  },
  "type-host": {
    name: "Typ: host",
    text:
      "Eine Adresse des Geräts selbst. Sie funktioniert innerhalb eines Netzes, oder von überall, wenn sie öffentlich ist.",
  },
  "type-srflx": {
    name: "Typ: server reflexive",
    text: "Die Adresse dieser Seite, wie ein STUN-Server sie sieht, nachdem der Router (NAT) sie umgesetzt hat.",
  },
  "type-prflx": {
    name: "Typ: peer reflexive",
    text: "Eine Adresse, die nie angekündigt wurde: Sie wurde entdeckt, als ein Test von dort ankam.",
  },
  "type-relay": {
    name: "Typ: relay",
    text:
      "Eine Adresse bei einem TURN-Server, der alles weiterleitet. Langsamer, und jemand zahlt dafür, aber sie funktioniert, wenn sonst nichts geht. Was er weiterleitet, kann er nicht lesen.",
  },
  "type": { name: "Typ: {type}", text: "Ein Kandidatentyp, der in keinem hier bekannten Standard steht." },
  "raddr": {
    name: "Ausgangsadresse",
    text: "Die Adresse, von der diese abgeleitet ist: {value}. Nur für die Fehlersuche.",
  },
  "raddr-hidden": {
    name: "Ausgangsadresse, verborgen",
    text:
      "Die Adresse, von der diese abgeleitet ist. {value} steht dafür, weil der Browser sie vor der Webseite verbirgt.",
  },
  "rport": { name: "Ausgangsport", text: "Der Port der Ausgangsadresse: {value}." },
  "tcptype": {
    name: "TCP-Typ",
    text: "„{value}“: active baut die Verbindung auf, passive wartet darauf, so tut beides zugleich.",
  },
  "generation": {
    name: "Generation",
    text: "{value}: wie oft ICE neu gestartet war, als dieser Kandidat gesammelt wurde, nach Chromiums Zählung.",
  },
  "network-id": { name: "Netz", text: "{value}: Chromiums eigene Nummer für die Netzwerkschnittstelle." },
  "network-cost": {
    name: "Netzkosten",
    text:
      "{value}, nach Chromiums eigener Skala: 0 für ein Kabel, 10 für WLAN, 50 für unbekannt, bis 999 für Mobilfunk. Billigere werden bevorzugt.",
  },
  "candidate-ufrag": {
    name: "ICE: Username Fragment",
    text:
      "{value}: die ICE-Zugangsdaten, zu denen dieser Kandidat gehört. Nach einem Neustart gelten die alten nicht mehr.",
  },
  "extension": {
    name: "Erweiterung: {name}",
    text: "{value}. Hier nicht bekannt; Programme ignorieren Erweiterungen, die sie nicht kennen.",
  },
  "sdp-mid": {
    name: "Abschnitt",
    text: "Der Kandidat gehört zum Abschnitt namens „{value}“ in der Session Description.",
  },
  "sdp-m-line-index": {
    name: "Abschnitt, nach Nummer",
    text: "Der Kandidat gehört zum Abschnitt Nummer {value}, von 1 an gezählt. Die Nachricht selbst zählt von 0 an.",
  },
};
