/** Wie ein Anruf funktioniert, weiter unten auf der Seite. */
export const explanation: typeof import("../en/explanation.ts").explanation = {
  heading: "So funktioniert es",
  story:
    "Zwei Browser können direkt miteinander sprechen, aber allein finden sie sich nicht: Keiner weiß, wo der andere ist und wie man mit ihm spricht. Jemand, den beide erreichen, muss ein paar Zettel weiterreichen. Das heißt {signaling}, und mehr tut dieser Server nicht.",
  signaling: "Signaling",
  steps: [
    "Der Anrufer hinterlegt beim Server ein Angebot. Der Angerufene holt es ab und hinterlegt eine Antwort.",
    "Beide hinterlegen ihre ICE-Kandidaten, also Adressen, unter denen sie vielleicht erreichbar sind, und probieren die der Gegenseite aus.",
    "Sobald ein Weg funktioniert, sind sie verbunden. Von da an ist der Server nicht mehr beteiligt.",
  ],
  terms: [
    {
      term: "Angebot (Offer)",
      meaning:
        "Die Session Description des Anrufers: was er austauschen will, in welchen Formaten, und der Fingerabdruck seines Schlüssels.",
    },
    {
      term: "Antwort (Answer)",
      meaning:
        "Die Session Description des Angerufenen: was er vom Angebot annimmt, und der Fingerabdruck seines eigenen Schlüssels.",
    },
    {
      term: "ICE-Kandidat",
      meaning:
        "Eine Adresse mit Port, unter der eine Seite vielleicht erreichbar ist. Jede Seite hat mehrere; das beste Paar wird genommen.",
    },
  ],
  terminal: {
    heading: "Im Terminal",
    text:
      "Jedes Programm kann dieselben Zettel über einfaches HTTP lesen und schreiben. Die dieses Raums liegen unter {base}. Dieser Befehl holt das aktuelle Angebot:",
  },
};
