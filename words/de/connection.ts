export const connection: typeof import("../en/connection.ts").connection = {
  title: "Verbindung",
  none: "Sobald ihr verbunden seid, siehst du hier den Weg eurer Nachrichten.",
  direct: { title: "Direkt", text: "Eure Nachrichten gehen direkt von Browser zu Browser." },
  relayed: {
    title: "Über ein Relay",
    text:
      "Es fand sich kein direkter Weg, darum leitet ein Relay (ein TURN-Server) eure Nachrichten weiter. Es sieht nur verschlüsselte Pakete.",
  },
  local: "Du",
  remote: "Gegenseite",
  types: {
    host: "lokale Adresse",
    srflx: "öffentliche Adresse, wie ein STUN-Server sie sieht",
    prflx: "beim Verbinden entdeckte Adresse",
    relay: "Adresse beim Relay",
  },
  hidden: "vom Browser verborgen",
  relayProtocol: "{protocol} zum Relay",
  protocol: "Protokoll",
  roundTrip: "Umlaufzeit",
  unmeasured: "noch nicht gemessen",
  sent: "Gesendet",
  received: "Empfangen",
  plot: {
    title: "Die letzte Minute",
    roundTrip: "Umlaufzeit",
    throughput: "Durchsatz",
    show: "Anzeigen",
    nothing: "Noch keine Messwerte",
    text: "Jetzt {now}; in der letzten Minute zwischen {min} und {max}",
    perSecond: "{size}/s",
  },
};
