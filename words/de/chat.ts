/** Der Chat neben einem Anruf. */
export const chat: typeof import("../en/chat.ts").chat = {
  label: "Chat",
  messages: "Nachrichten",
  empty: "Sobald ihr verbunden seid, erscheinen hier eure Nachrichten.",
  begin: "Sag hallo.",
  trimmed: "Ältere Nachrichten sind nicht mehr da.",
  unseen: "Neue Nachrichten",
  several: "{count} neue Nachrichten",
  unread: "({count}) {title}",
  me: "Du:",
  them: "Gegenseite:",
  typing: "Die Gegenseite schreibt …",
  sent: "Gesendet",
  delivered: "Zugestellt",
  copy: "Kopieren",
  copied: "Kopiert",
  notCopied: "Markiere den Text, um ihn zu kopieren",
  more: "Alles anzeigen ({size})",
  arriving: "Der Rest ist noch unterwegs …",
  cutOff: "Der Rest ist nie angekommen.",
  field: "Nachricht",
  send: "Senden",
  hint: "Enter sendet, Umschalt+Enter beginnt eine neue Zeile.",
  problems: {
    "not-connected": "Nicht gesendet: Es ist niemand verbunden.",
    "empty": "In dieser Nachricht steht noch nichts.",
    "too-long":
      "Diese Nachricht ist zu lang: Sie hat {bytes} Byte, höchstens {most} sind möglich. Schick sie besser als Datei.",
    "too-much":
      "Nicht gesendet: Es ist noch zu viel unterwegs. Versuch es gleich noch einmal.",
    "not-taken":
      "Nicht gesendet: Der Browser der Gegenseite nimmt das nicht an.",
  },
};
