/** Räume: wie man hineinkommt und wie man jemanden mitbringt. */
export const room: typeof import("../en/room.ts").room = {
  heading: "Raum {name}",
  lead:
    "Gib den Link der anderen Person. Wer ihn öffnet, ist eingeladen, und schon chattet ihr, ohne einen Server dazwischen.",
  guest: "Jemand hat dich eingeladen. Ein Knopfdruck, und ihr beide chattet, ohne einen Server dazwischen.",
  own: {
    heading: "Ein privater Raum",
    text:
      "Das hier ist die Lobby, in der dir irgendjemand antworten kann. In einem Raum, dessen Namen nur ihr beide kennt, seid ihr unter euch.",
    make: "Privaten Raum anlegen",
    hint:
      "Sein Name besteht aus vier zufälligen Wörtern: {bits} Bit, also {count} mögliche Namen. Du bekommst einen Link zum Weitergeben.",
    failed: "Das hat nicht geklappt. Sieh nach, ob du online bist, und drück noch einmal.",
  },
  form: {
    label: "Oder ein Name, den ihr verabredet",
    example: "tee-um-fuenf",
    go: "Zum Raum",
    hint: "Wer ihn kennt oder errät, kann dazukommen.",
    rule:
      "Der Name hat 1 bis 64 Buchstaben (a bis z), Ziffern, Binde- oder Unterstriche und beginnt mit einem Buchstaben oder einer Ziffer.",
  },
  link: {
    label: "Einladung",
    copy: "Link kopieren",
    share: "Teilen",
    shareTitle: "Chatte mit mir",
    hint: "Schick den Link der anderen Person. Wer ihn hat, kann dazukommen.",
    copied: "Kopiert.",
    selected: "Der Link ist markiert: Kopiere ihn von hier.",
  },
  code: {
    show: "QR-Code zeigen",
    hide: "QR-Code verbergen",
    name: "QR-Code der Einladung in den Raum {room}",
    hint: "Richte die Kamera des anderen Telefons darauf.",
    failed: "Der QR-Code ließ sich nicht laden. Versuch es noch einmal, oder schick den Link.",
  },
};
