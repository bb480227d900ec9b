/** Räume: wie man hineinkommt und wie man jemanden mitbringt. */
export const room: typeof import("../en/room.ts").room = {
  heading: "Raum {name}",
  lead:
    "Eine Seite beginnt als Anrufer, die andere als Angerufener, und schon chattet ihr, ohne einen Server dazwischen.",
  own: {
    heading: "Ein Raum für euch",
    text:
      "Das hier ist die Lobby, in der dir irgendjemand antworten kann. In einem Raum, dessen Namen nur ihr beide kennt, seid ihr unter euch.",
  },
  form: {
    label: "Name des Raums",
    example: "tee-um-fuenf",
    go: "Zum Raum",
    hint: "Ein Name, den ihr beide verabredet. Wer ihn kennt, kann dazukommen.",
    rule:
      "Der Name hat 1 bis 64 Buchstaben (a bis z), Ziffern, Binde- oder Unterstriche und beginnt mit einem Buchstaben oder einer Ziffer.",
  },
  link: {
    label: "Link zu diesem Raum",
    copy: "Link kopieren",
    hint: "Schick ihn der anderen Person. Wer ihn hat, kann dazukommen.",
    copied: "Kopiert.",
    selected: "Der Link ist markiert: Kopiere ihn von hier.",
  },
};
