/** Die Seite, die Signaling erklärt, mit einem echten Anruf zum Durchgehen. */
export const learn: typeof import("../en/learn.ts").learn = {
  title: "Was ist Signaling?",
  lead:
    "Zwei Browser können direkt miteinander sprechen. Vorher muss aber jeder wissen, wie er den anderen erreicht und wie der spricht. Dieses Wissen weiterzugeben, das ist Signaling.",
  contents: "Auf dieser Seite",
  sections: {
    what: {
      heading: "Was es ist",
      paragraphs: [
        "Signaling ist ein Austausch von ein paar Zetteln, bevor sich zwei Programme verbinden. Der Anrufer schreibt ein Angebot: Das kann ich, und da bin ich vielleicht zu erreichen. Der Angerufene schreibt eine Antwort. Beide reichen Adressen nach, sobald sie welche finden.",
        "Sind die Zettel angekommen, hat das Signaling seine Arbeit getan. Der Anruf selbst nimmt einen anderen Weg.",
      ],
    },
    why: {
      heading: "Wozu man es braucht",
      paragraphs: [
        "Ein Browser hat keine Nummer, die man wählen könnte. Seine Adresse wechselt, und meist sitzt er hinter einem Router (NAT), der nichts hereinlässt, wenn nicht vorher etwas dorthin hinausgegangen ist.",
        "Also müssen beide Seiten gleichzeitig aneinander senden, jede an eine Adresse der anderen, die funktioniert, und mit passenden Schlüsseln. Darauf müssen sie sich vorher einigen, und die Verbindung dafür gibt es noch nicht. Jemand, den beide erreichen, muss die Zettel tragen.",
      ],
    },
    not: {
      heading: "Was es nicht ist",
      points: [
        "Kein Teil von WebRTC. Die Standards sagen, was auf den Zetteln steht, und überlassen dir, wie sie hinüberkommen (RFC 9429, Abschnitt 1.1).",
        "Nicht der Weg deiner Worte. Chat, Dateien, Ton und Bild gehen direkt, oder über ein TURN-Relay, das sie nicht lesen kann.",
        "Nicht STUN und nicht TURN. Ein STUN-Server sagt einem Browser seine öffentliche Adresse; ein TURN-Server gibt Pakete weiter. Keiner von beiden stellt jemanden jemandem vor.",
        "Keine Verschlüsselung, aber das, worauf sie ruht. Die Zettel enthalten die Fingerabdrücke der Zertifikate beider Seiten. Wer die Zettel ändern kann, kann sich dazwischensetzen.",
      ],
    },
    carry: {
      heading: "Was es tragen kann",
      intro:
        "Alles, was ein paar Kilobyte Text hin und zurück bringt: Zwei Kurznachrichten oder ein Blatt Papier täten es auch. Server nehmen dies:",
      ways: {
        "websocket": {
          name: "WebSocket",
          text:
            "Eine Verbindung, in beide Richtungen offen. Ein Zettel kommt an, sobald er geschrieben ist. Manche Proxys lassen sie nicht durch.",
        },
        "event-stream": {
          name: "Ereignisstrom",
          text:
            "Eine lange Antwort auf eine Anfrage (Server-Sent Events). Neues kommt sofort; was diese Seite sagt, geht in eigenen Anfragen hinaus. Manche Proxys halten den Strom zurück.",
        },
        "long-poll": {
          name: "Long Poll",
          text:
            "Eine Anfrage, die der Server beantwortet, wenn es etwas Neues gibt. Dann kommt die nächste. Das kommt fast überall durch.",
        },
        "short-poll": {
          name: "Short Poll",
          text:
            "Jede Sekunde die Frage: Gibt es Neues? Langsam und verschwenderisch, geht aber überall, wo Seiten laden.",
        },
      },
      outro:
        "toucan probiert diese vier in dieser Reihenfolge und bleibt bei der ersten, die geht. Die Zettel sind jedes Mal dieselben.",
    },
    exchanged: {
      heading: "Was ausgetauscht wird",
      intro: "Drei Sorten Zettel reichen. Diese hier stammen aus dem Anruf weiter unten; schau hinein.",
      masked: "Adressen und Schlüssel sind in dieser Aufzeichnung durch Namen ersetzt.",
      notes: {
        offer: {
          name: "Angebot (Offer)",
          text:
            "Die Session Description des Anrufers. Was er austauschen will, die Zugangsdaten zum Ausprobieren der Wege (ICE), der Fingerabdruck seines Zertifikats.",
        },
        answer: {
          name: "Antwort (Answer)",
          text:
            "Die Session Description des Angerufenen. Dasselbe für seine Seite, und was er vom Angebot nimmt. Zu einem Angebot gibt es genau eine Antwort.",
        },
        candidate: {
          name: "ICE-Kandidat",
          text:
            "Eine Adresse mit Port, unter der eine Seite vielleicht zu erreichen ist. Es gibt mehrere. Sie stehen in einer Beschreibung oder kommen einzeln nach: Das heißt Trickle.",
        },
      },
      look: "Hineinschauen: {name}",
    },
    flow: {
      heading: "Ein echter Anruf, Schritt für Schritt",
      intro:
        "Das hat die Seite des Anrufers während eines Anrufs zwischen zwei Chromium-Fenstern auf einer Maschine mitgeschrieben. Nichts davon ist ausgedacht: Jede Zeile ist ein Ereignis der Seite, zu seiner Zeit.",
      count: "Schritt {step} von {steps}",
      overview: "Der ganze Anruf",
      overviewText: "{steps} Schritte in {time}. Geh sie einzeln durch.",
      previous: "Zurück",
      next: "Weiter",
      play: "Abspielen",
      pause: "Anhalten",
      look: "Hineinschauen",
      controls: "Durch den Anruf gehen",
      all: "Alle Schritte in Worten",
      failed: "Die Erklärung ließ sich nicht laden. Versuch es noch einmal.",
    },
    server: {
      heading: "Was der Server tut",
      does: {
        heading: "Er …",
        points: [
          "bewahrt die Zettel jeder Seite auf, bis die andere sie hat, in ihrer Reihenfolge und jeden genau einmal;",
          "sagt einer Seite sofort Bescheid, wenn etwas für sie da ist;",
          "gibt jedem Anruf einen Namen, damit nie eine Antwort an ein anderes Angebot gerät;",
          "vergisst einen Anruf, den niemand annimmt, und alles, wenn jemand auflegt;",
          "weist zurück, was nicht wohlgeformt oder zu groß ist.",
        ],
      },
      doesNot: {
        heading: "Er wird nie …",
        points: [
          "die Zettel ändern oder nach ihnen handeln: Er muss sie nicht verstehen;",
          "sehen, weitergeben oder behalten, was die zwei einander sagen;",
          "wissen, wer sie sind: Wer den Raum kennt, darf antworten;",
          "Wege suchen: Das machen die Browser;",
          "mitmachen, wenn sie verbunden sind. Fällt er dann aus, geht der Anruf weiter.",
        ],
      },
      trust:
        "Die Zettel sieht er aber, und damit Adressen und Fingerabdrücke. Man muss ihn über HTTPS erreichen, und betreiben muss ihn jemand, dem du zutraust, sie nicht zu ändern.",
    },
    after: {
      heading: "Nach der Verbindung",
      paragraphs: [
        "Beide Seiten prüfen alle paar Sekunden, ob die andere noch etwas empfangen will (RFC 7675). Der Server erfährt davon nichts.",
        "Reißt der Weg ab, etwa weil ein Telefon das WLAN verlässt, suchen beide einen neuen: ICE beginnt noch einmal, mit neuen Zugangsdaten und neuen Kandidaten. Das ist wieder Signaling. Es geht über den Datenkanal, solange der noch funktioniert, sonst über den Server.",
        "Auch zum Auflegen braucht es keinen Server: Der Kanal schließt sich.",
      ],
    },
    glossary: {
      heading: "Wörter",
      terms: [
        {
          term: "Signaling",
          meaning: "Der Austausch von Zetteln, mit dem sich zwei Seiten auf eine Verbindung einigen.",
        },
        {
          term: "Session Description",
          meaning:
            "Was eine Seite kann und wie man sie erreicht, als Angebot oder als Antwort. Geschrieben in SDP (RFC 8866).",
        },
        { term: "Angebot (Offer)", meaning: "Die Session Description, die etwas vorschlägt." },
        {
          term: "Antwort (Answer)",
          meaning: "Die Session Description, die einen Vorschlag annimmt, ganz oder zum Teil.",
        },
        { term: "ICE", meaning: "Das Verfahren, das Paare von Adressen durchprobiert, bis eines geht (RFC 8445)." },
        {
          term: "ICE-Kandidat",
          meaning:
            "Eine Adresse, unter der eine Seite vielleicht zu erreichen ist: ihre eigene (host), die von außen gesehene (server reflexive) oder eine bei einem Relay.",
        },
        {
          term: "Trickle",
          meaning:
            "Kandidaten werden weitergegeben, sobald sie gefunden sind, statt alle zusammen am Schluss (RFC 8838).",
        },
        {
          term: "NAT",
          meaning:
            "Was ein Router tut, wenn sich viele Maschinen eine öffentliche Adresse teilen. Er hält fern, worum niemand gebeten hat.",
        },
        {
          term: "STUN",
          meaning: "Das Protokoll, mit dem man nach seiner Adresse draußen fragt und Wege prüft (RFC 8489).",
        },
        { term: "TURN", meaning: "Ein Server, der Pakete weitergibt, wo es keinen direkten Weg gibt (RFC 8656)." },
        {
          term: "DTLS",
          meaning:
            "Die Verschlüsselung der Verbindung: TLS für Pakete. Ihre Zertifikate sind für den Anruf gemacht und an ihren Fingerabdrücken zu erkennen.",
        },
        {
          term: "Datenkanal",
          meaning:
            "Worüber eine Seite sendet und empfängt, wenn sie verbunden ist: Nachrichten, auf Wunsch in Reihenfolge, verschlüsselt.",
        },
        {
          term: "Raum",
          meaning: "So heißt bei toucan der Ort, an dem ein Anrufer und ein Angerufener einander finden.",
        },
      ],
    },
  },
  steps: {
    began: "Die Seite macht eine Peer Connection und bittet den Browser um ein Angebot.",
    gathered:
      "Der Browser zählt auf, wo er vielleicht zu erreichen ist. Hier sind es nur Adressen der Maschine selbst, verborgen hinter erfundenen Namen. Mit einem STUN- oder TURN-Server wären es mehr.",
    gatheredAll: "Das Sammeln ist vorbei. Die andere Seite erfährt es, damit sie nicht auf mehr wartet.",
    asked: "Der Anrufer öffnet seinen Weg zum Server und hört von nun an sofort, was es Neues gibt.",
    offer:
      "Das Angebot ist unterwegs: der erste Zettel. Die Kandidaten, die schon gefunden sind, stehen darin. Der Server bewahrt es auf, bis jemand danach fragt.",
    answer:
      "Der Angerufene ist gekommen, hat das Angebot gelesen und eine Antwort geschrieben. Jetzt wissen beide, was sie brauchen, um Wege auszuprobieren.",
    candidates: "Weitere Adressen, mehrere auf einem Zettel.",
    end: "Das Ende der Kandidaten: Es folgen keine Adressen mehr.",
    checking:
      "Kleine Pakete (STUN) gehen zwischen den Adressen hin und her, um zu sehen, welche ankommen. Das kann anfangen, bevor die Antwort da ist: Der Angerufene hat das Angebot schon, und seine Pakete nehmen den kurzen Weg.",
    iceConnected:
      "Ein Test ging hin und zurück: Dieser Weg funktioniert. Das dauerte nur Millisekunden, weil beide Fenster auf einer Maschine sind.",
    connecting:
      "Die Verbindung als Ganzes, das sind ICE und, auf dem gefundenen Weg, DTLS: Beide zeigen ihre Zertifikate, und jede Seite vergleicht den Fingerabdruck der anderen mit dem auf dem Zettel.",
    connected: "ICE und DTLS sind durch. Was jetzt gesendet wird, kann nur die andere Seite lesen.",
    channel: "Datenkanäle öffnen sich in der verschlüsselten Verbindung. Der Chat kann beginnen.",
    path:
      "Von hier an geht alles direkt. Man könnte den Server ausschalten. Der Kandidat des Angerufenen ist „prflx“, peer reflexive: Sein Test traf ein, bevor sein Kandidat über den Server gekommen war.",
    pathPlain: "Von hier an geht alles direkt. Man könnte den Server ausschalten.",
    relayed: "Von hier an geht alles über ein TURN-Relay, verschlüsselt. Den Signaling-Server könnte man ausschalten.",
  },
};
