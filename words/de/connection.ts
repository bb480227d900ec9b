export const connection: typeof import("../en/connection.ts").connection = {
  title: "Verbindung",
  none: "Sobald ihr verbunden seid, siehst du hier, welchen Weg eure Worte nehmen.",
  direct: { title: "Direkt", text: "Was du schreibst, geht von Browser zu Browser, ohne jemanden dazwischen." },
  relayed: {
    title: "Über ein Relais",
    text:
      "Ein direkter Weg fand sich nicht, darum reicht ein Relais (ein TURN-Server) weiter, was du schreibst. Es sieht nur verschlüsselte Pakete.",
  },
  local: "Du",
  remote: "Andere Seite",
  types: {
    host: "lokale Adresse",
    srflx: "öffentliche Adresse, wie ein STUN-Server sie sieht",
    prflx: "Adresse, die sich beim Verbinden gezeigt hat",
    relay: "Adresse des Relais",
  },
  hidden: "vom Browser verborgen",
  relayProtocol: "das Relais ist über {protocol} erreichbar",
  protocol: "Protokoll",
  roundTrip: "Hin und zurück",
  unmeasured: "noch nicht gemessen",
  sent: "Gesendet",
  received: "Empfangen",
  plot: {
    title: "Die letzte Minute",
    roundTrip: "Hin und zurück",
    throughput: "Durchsatz",
    show: "Zeigen",
    nothing: "Noch keine Messwerte",
    text: "Jetzt {now}; in der letzten Minute zwischen {min} und {max}",
    perSecond: "{size}/s",
  },
};
