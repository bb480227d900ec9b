/** Der Chat neben einem Anruf. */
export const chat: typeof import("../en/chat.ts").chat = {
  label: "Chat",
  messages: "Nachrichten",
  empty: "Sobald ihr verbunden seid, erscheinen hier eure Nachrichten.",
  begin: "Sag hallo.",
  unseen: "Neue Nachrichten",
  me: "Du:",
  them: "Gegenseite:",
  sent: "Gesendet",
  delivered: "Zugestellt",
  field: "Nachricht",
  send: "Senden",
  hint: "Enter sendet, Umschalt+Enter beginnt eine neue Zeile.",
};
