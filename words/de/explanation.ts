/** Was hinter den beiden Knöpfen geschieht. */
export const explanation: typeof import("../en/explanation.ts").explanation = {
  heading: "So funktioniert es",
  story:
    "Zwei Browser können direkt miteinander sprechen, aber sie finden sich nicht: Keiner weiß, wo der andere ist und wie man mit ihm redet. Jemand, den beide erreichen, muss ein paar Zettel überbringen. Das heißt {signaling}, und mehr tut dieser Server nicht.",
  signaling: "Signaling",
  steps: [
    "Der Anrufer hinterlegt beim Server ein Angebot. Der Angerufene holt es ab und hinterlegt eine Antwort.",
    "Beide hinterlegen ihre ICE-Kandidaten, also Adressen, unter denen sie vielleicht erreichbar sind, und probieren die der Gegenseite aus.",
    "Sobald ein Weg trägt, sind die beiden verbunden. Von da an hört der Server nichts mehr von ihnen.",
  ],
  terms: [
    {
      term: "Angebot (offer)",
      meaning:
        "Die Sitzungsbeschreibung des Anrufers: was er austauschen will, in welchen Formaten, und der Fingerabdruck seines Schlüssels.",
    },
    {
      term: "Antwort (answer)",
      meaning:
        "Die Sitzungsbeschreibung des Angerufenen: was er vom Angebot annimmt, und der Fingerabdruck seines eigenen Schlüssels.",
    },
    {
      term: "ICE-Kandidat",
      meaning:
        "Eine Adresse mit Port, unter der eine Seite vielleicht erreichbar ist. Jede hat mehrere, und das beste Paar bleibt.",
    },
  ],
  terminal: {
    heading: "Vom Terminal aus",
    text:
      "Dieselben Zettel kann jedes Programm lesen und hinterlegen, mit einfachem HTTP. Die für diesen Raum liegen unter {base}. So fragst du, was gerade angeboten wird:",
  },
};
