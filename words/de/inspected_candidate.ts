/** Was die Teile eines ICE-Kandidaten sind. */
export const candidate: typeof import("../en/inspected_candidate.ts").candidate = {
  "all-candidates-sent": {
    name: "Ende der Kandidaten",
    text:
      "Diese Seite hat alles gefunden, was sie finden kann. Geht jetzt keines der Paare, braucht die andere nicht auf weitere zu warten.",
  },
  "candidate": {
    name: "ICE-Kandidat",
    text:
      "Eine Adresse, unter der diese Seite vielleicht zu erreichen ist: {address}, Port {port}, über {protocol}; Art {type}.",
  },
  "foundation": {
    name: "Foundation (Grundlage)",
    text:
      "Gleich bei Kandidaten derselben Art, von derselben Adresse, durch denselben Server. Geht einer, werden andere mit derselben Grundlage früher probiert.",
  },
  "component": {
    name: "Komponente {component}",
    text: "1 ist der Strom selbst: bei gemeinsamem Port und bei Datenkanälen die einzige.",
  },
  "component-rtcp": { name: "Komponente 2", text: "2 ist für Empfangsberichte (RTCP) an einem eigenen Port." },
  "protocol-udp": {
    name: "Über UDP",
    text: "Das mag WebRTC am liebsten: Pakete ohne Verbindung, die durch die meisten Router kommen.",
  },
  "protocol-tcp": { name: "Über TCP", text: "Für Netze, die UDP aufhalten." },
  "protocol": { name: "Über {protocol}", text: "Wie die Adresse angesprochen wird." },
  "priority": {
    name: "Priorität",
    text:
      "{priority} = 2²⁴ × {typePreference} + 2⁸ × {localPreference} + (256 − {component}). {typePreference} ist der Vorrang der Art des Kandidaten (empfohlen: host 126, prflx 110, srflx 100, relay 0), {localPreference} der dieses Netzanschlusses, {component} die Komponente. Höhere werden zuerst probiert.",
  },
  "address": { name: "Adresse", text: "Wo diese Seite nach eigener Auskunft zu erreichen ist: {address}." },
  "address-ipv6": {
    name: "Adresse, IPv6",
    text: "Wo diese Seite nach eigener Auskunft zu erreichen ist: {address}.",
  },
  "address-hidden": {
    name: "Adresse, verborgen",
    text:
      "{address} steht für eine lokale Adresse, die der Browser vor der Seite verbirgt. Ein Name auf .local ist für diesen Anruf erfunden; Multicast-DNS löst ihn auf, aber nur im selben Netz. Sobald die Seite Kamera oder Mikrofon benutzen darf, zeigen Browser die Adresse selbst.",
  },
  "port": { name: "Port", text: "{port}, für diesen Anruf geöffnet." },
  "port-discard": {
    name: "Port",
    text: "9, ein Platzhalter: Diese Seite baut die TCP-Verbindung selbst auf, hier kann sich niemand verbinden.",
  },
  "type-host": {
    name: "Art: host",
    text: "Eine Adresse der Maschine selbst. Sie taugt innerhalb eines Netzes, oder wenn sie öffentlich ist.",
  },
  "type-srflx": {
    name: "Art: server reflexive",
    text:
      "Die Adresse dieser Seite, wie ein STUN-Server sie von außen sieht: das, was der Router (NAT) daraus gemacht hat.",
  },
  "type-prflx": {
    name: "Art: peer reflexive",
    text: "Eine Adresse, die niemand angekündigt hat: Sie zeigte sich, als ein Test von dort eintraf.",
  },
  "type-relay": {
    name: "Art: relay",
    text:
      "Eine Adresse bei einem TURN-Server, der alles weitergibt. Langsamer, und jemand zahlt dafür, aber es geht, wenn sonst nichts geht. Lesen kann er nicht, was er weitergibt.",
  },
  "type": { name: "Art: {type}", text: "Eine Art von Kandidat, die in keinem hier bekannten Standard steht." },
  "raddr": {
    name: "Ausgangsadresse",
    text: "Die Adresse, von der aus diese gewonnen wurde: {value}. Nur für die Fehlersuche.",
  },
  "raddr-hidden": {
    name: "Ausgangsadresse, verborgen",
    text:
      "Die Adresse, von der aus diese gewonnen wurde; {value} steht dafür, weil der Browser sie vor der Seite verbirgt.",
  },
  "rport": { name: "Ausgangsport", text: "Der Port, der zur Ausgangsadresse gehört: {value}." },
  "tcptype": {
    name: "Rolle in TCP",
    text: "„{value}“: active baut die Verbindung auf, passive wartet darauf, so tut beides zugleich.",
  },
  "generation": {
    name: "Generation",
    text: "{value}: wie oft ICE neu gestartet war, als dieser Kandidat gefunden wurde, wie Chromium zählt.",
  },
  "network-id": { name: "Netz", text: "{value}: Chromiums eigene Nummer für den Netzanschluss." },
  "network-cost": {
    name: "Kosten des Netzes",
    text:
      "{value}, nach Chromiums eigener Skala: 0 für ein Kabel, 10 für WLAN, 50 unbekannt, bis 999 für Mobilfunk. Billiges wird vorgezogen.",
  },
  "candidate-ufrag": {
    name: "ICE: Benutzername",
    text:
      "{value}: die ICE-Zugangsdaten, zu denen dieser Kandidat gehört. Nach einem Neustart gelten die alten nicht mehr.",
  },
  "extension": {
    name: "Erweiterung: {name}",
    text: "{value}. Hier unbekannt; wer eine Erweiterung nicht kennt, übergeht sie.",
  },
  "sdp-mid": {
    name: "Für welchen Abschnitt",
    text: "Der Abschnitt, der in der Session Description „{value}“ heißt.",
  },
  "sdp-m-line-index": {
    name: "Für welchen Abschnitt, nach Nummer",
    text:
      "Der Abschnitt Nummer {value}, von 1 an gezählt, für alle, die nach der Reihenfolge gehen. In der Nachricht zählt man von 0 an.",
  },
};
