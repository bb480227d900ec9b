export const selfTest: typeof import("../en/self_test.ts").selfTest = {
  title: "Dein Netz",
  hint: "Testet, was dein Browser und dein Netz können. Dauert etwa zehn Sekunden; gespeichert wird nichts.",
  start: "Dieses Netz testen",
  again: "Noch einmal testen",
  stop: "Abbrechen",
  running: "Der Test läuft …",
  stopped: "Abgebrochen.",
  rows: {
    http: "Signaling-Server",
    socket: "WebSocket dorthin",
    own: "Deine Adressen",
    local: "Anruf innerhalb dieser Seite",
    relayed: "Dasselbe über ein Relay",
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
    turn: "stellt ein Relay, {time}",
    refused: "lehnt ab: {code} {text}",
    silent: "antwortet nicht",
    connected: "offen nach {time}, eine Nachricht braucht hin und zurück {echo}",
    failed: "schlägt fehl",
    noTurn: "kein Relay eingestellt",
  },
  verdicts: {
    "everywhere": {
      title: "Von hier aus erreichst du fast alle",
      text: "Direkt, wo es geht, sonst über das Relay.",
    },
    "mostly": {
      title: "Von hier aus erreichst du die meisten",
      text:
        "Du bist von außen erreichbar. Ist das Netz der Gegenseite streng, gibt es aber kein Relay, das einspringt.",
    },
    "relayed-only": {
      title: "Du kannst von hier aus anrufen, aber nur über das Relay",
      text: "Direkte Verbindungen kommen nicht durch, das Relay schon.",
    },
    "nearby-only": {
      title: "Du kannst nur in deinem eigenen Netz anrufen",
      text:
        "Dein Browser kann sich verbinden, kennt aber seine öffentliche Adresse nicht. So erreicht ihn von außen niemand.",
    },
    "nothing": {
      title: "Von hier aus kannst du nicht anrufen",
      text:
        "Nicht einmal diese Seite konnte sich mit sich selbst verbinden: Eine Einstellung, eine Erweiterung oder ein VPN blockiert WebRTC.",
    },
    "unsupported": {
      title: "Mit diesem Browser kannst du nicht anrufen",
      text: "Er hat kein WebRTC, oder es ist abgeschaltet.",
    },
  },
  noServer: "Der Signaling-Server hat nicht geantwortet. Ohne ihn findet dich niemand.",
};
