/** Einen Raum betreten und jemanden dorthin einladen. */
export const room: typeof import("../en/room.ts").room = {
  heading: "Raum {name}",
  lead: "Chat und Dateien, direkt von Browser zu Browser. Wer den Link hat, kann dazukommen.",
  guest: "Chat und Dateien, direkt von Browser zu Browser.",
  own: {
    heading: "Ein privater Raum",
    text:
      "Das hier ist die Lobby, in der dir jeder antworten kann. In einem Raum, dessen Namen nur ihr beide kennt, seid ihr unter euch.",
    make: "Privaten Raum anlegen",
    hint:
      "Sein Name besteht aus vier zufälligen Wörtern: {bits} Bit, also {count} mögliche Namen. Du bekommst einen Link zum Teilen.",
    failed: "Das hat nicht geklappt. Prüfe, ob du online bist, und drück noch einmal.",
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
    hint: "In einem Raum ist nur Platz für einen Anruf.",
    copied: "Kopiert.",
    selected: "Der Link ist markiert: Kopiere ihn von hier.",
  },
  code: {
    show: "QR-Code zeigen",
    hide: "QR-Code verbergen",
    name: "QR-Code der Einladung in den Raum {room}",
    hint: "Scanne ihn mit der Kamera des anderen Handys.",
    failed: "Der QR-Code konnte nicht geladen werden. Versuch es noch einmal, oder schick den Link.",
  },
};
