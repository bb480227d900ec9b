/** Der Rahmen jeder Seite, die Lobby und die Fehlerseiten. */
export const site: typeof import("../en/site.ts").site = {
  name: "toucan: zwei Browser, eine direkte Leitung",
  description: "Zwei Browser, eine direkte Leitung: ein WebRTC-Signaling-Server mit Chat.",
  skip: "Zum Inhalt springen",
  nav: { label: "Seiten", how: "So funktioniert es", learn: "Lernen", problems: "Fehlerliste" },
  languages: "Sprache",
  footer: "toucan macht zwei Browser miteinander bekannt. Was sie sich sagen, sieht es nie.",
  needsScript:
    "Anrufe brauchen JavaScript: Nur ein Skript kann zwei Browser verbinden, und hier läuft keins. Erlaube Skripte für diese Website und lade die Seite neu. Die Erklärung weiter unten geht auch so.",
  lobby: {
    heading: "Zwei Browser, eine direkte Leitung",
    lead:
      "Chat und Dateien, direkt von Browser zu Browser. Öffnet beide diese Seite und startet, oder legt einen privaten Raum an.",
    api: "Die REST-API",
    learn: "Wie Signaling funktioniert",
  },
  failures: {
    missing: { title: "Seite nicht gefunden", text: "Prüfe die Adresse, oder fang in der Lobby an." },
    refused: { title: "Diese Adresse funktioniert nicht", text: "Der Server versteht sie, nimmt sie aber nicht an." },
    fault: {
      title: "Beim Server ist ein Fehler aufgetreten",
      text:
        "Das liegt nicht an dir, und wer diesen Server betreibt, sieht es im Protokoll. Versuch es später noch einmal.",
    },
    home: "Zur Lobby",
  },
};
