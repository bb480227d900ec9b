/** Was jede Seite rahmt, die Lobby, und die Seiten für das, was schiefgeht. */
export const site: typeof import("../en/site.ts").site = {
  name: "toucan: zwei Browser, eine direkte Leitung",
  description: "Zwei Browser, eine direkte Leitung: ein WebRTC-Vermittlungsserver mit Chat.",
  skip: "Zum Inhalt springen",
  nav: { label: "Seiten", how: "So funktioniert es", learn: "Lernen", problems: "Fehler" },
  languages: "Sprache",
  footer: "toucan macht zwei Browser miteinander bekannt. Was sie sich dann sagen, erfährt es nie.",
  needsScript:
    "Anrufe brauchen JavaScript: Zwei Browser kann nur ein Skript auf der Seite verbinden, und hier läuft keines. Die Seite eines Raums findest du unter {path}, gefolgt von seinem Namen.",
  lobby: {
    heading: "Zwei Browser, eine direkte Leitung",
    lead:
      "Öffne diese Seite zweimal, hier oder auf zwei Geräten. Beginne auf der einen als Anrufer, auf der anderen als Angerufener, und schon chattet ihr, ohne einen Server dazwischen.",
    privately: "Lieber unter euch? Leg einen privaten Raum an.",
  },
  failures: {
    missing: { title: "Hier ist nichts", text: "Prüfe die Adresse oder fang von vorn an." },
    refused: { title: "Diese Adresse geht nicht", text: "Der Server versteht sie, nimmt sie aber nicht an." },
    fault: {
      title: "Der Server hat versagt",
      text:
        "Das liegt nicht an dir, und wer diesen Server betreibt, weiß davon. Versuch es in einer Weile noch einmal.",
    },
    home: "Zur Lobby",
  },
};
