/** Die Seite, die Signaling erklärt, mit einem aufgezeichneten Anruf zum Durchgehen. */
export const learn: typeof import("../en/learn.ts").learn = {
  title: "Was ist Signaling?",
  lead:
    "Zwei Browser können direkt miteinander sprechen. Vorher muss aber jeder wissen, wie er den anderen erreicht und was der unterstützt. Das weiterzugeben ist Signaling.",
  contents: "Auf dieser Seite",
  sections: {
    what: {
      heading: "Was es ist",
      paragraphs: [
        "Signaling ist der Austausch von ein paar Zetteln, bevor sich zwei Programme verbinden. Der Anrufer schreibt ein Angebot: Das kann ich, und da erreichst du mich vielleicht. Der Angerufene schreibt eine Antwort. Beide reichen Adressen nach, sobald sie welche finden.",
        "Sind die Zettel angekommen, ist das Signaling fertig. Der Anruf selbst nimmt einen anderen Weg.",
      ],
    },
    why: {
      heading: "Wozu man es braucht",
      paragraphs: [
        "Ein Browser hat keine Telefonnummer. Seine Adresse wechselt, und meist sitzt er hinter einem Router (NAT), der nichts hereinlässt, wenn nicht vorher etwas an dieselbe Stelle hinausging.",
        "Also müssen beide Seiten gleichzeitig aneinander senden, jede an eine Adresse der anderen, die funktioniert, und mit passenden Schlüsseln. Darauf müssen sie sich vorher einigen, und die Verbindung dafür gibt es noch nicht. Jemand, den beide erreichen, muss die Zettel weiterreichen.",
      ],
    },
    not: {
      heading: "Was es nicht ist",
      points: [
        "Kein Teil von WebRTC. Die Standards legen fest, was auf den Zetteln steht, und überlassen dir, wie du sie überbringst (RFC 9429, Abschnitt 1.1).",
        "Nicht der Weg deiner Nachrichten. Chat, Dateien, Ton und Bild gehen direkt oder über ein TURN-Relay, das sie nicht lesen kann.",
        "Nicht STUN und nicht TURN. Ein STUN-Server sagt einem Browser seine öffentliche Adresse; ein TURN-Server leitet Pakete weiter. Keiner von beiden macht die zwei Seiten miteinander bekannt.",
        "Keine Verschlüsselung, aber deren Grundlage. Die Zettel enthalten die Fingerabdrücke der Zertifikate beider Seiten. Wer die Zettel verändern kann, kann den Anruf abhören.",
      ],
    },
    carry: {
      heading: "Worüber es laufen kann",
      intro:
        "Über alles, was ein paar Kilobyte Text hin und zurück bringt: Zwei Kurznachrichten oder ein Blatt Papier täten es auch. Server nehmen das hier:",
      ways: {
        "websocket": {
          name: "WebSocket",
          text:
            "Eine Verbindung, in beide Richtungen offen. Ein Zettel kommt an, sobald er abgeschickt ist. Manche Proxys blockieren sie.",
        },
        "event-stream": {
          name: "Ereignisstrom",
          text:
            "Eine lange Antwort auf eine Anfrage (Server-Sent Events). Neue Zettel kommen sofort; ihre eigenen schickt diese Seite in gesonderten Anfragen. Manche Proxys halten den Strom zurück.",
        },
        "long-poll": {
          name: "Long Poll",
          text:
            "Eine Anfrage, die der Server beantwortet, sobald es etwas Neues gibt; dann kommt die nächste. Das kommt fast überall durch.",
        },
        "short-poll": {
          name: "Short Poll",
          text:
            "Eine Anfrage pro Sekunde: Gibt es Neues? Langsam und verschwenderisch, funktioniert aber überall, wo Seiten laden.",
        },
      },
      outro:
        "toucan probiert diese vier in dieser Reihenfolge und bleibt beim ersten, das funktioniert. Die Zettel sind jedes Mal dieselben.",
    },
    exchanged: {
      heading: "Was ausgetauscht wird",
      intro: "Drei Sorten Zettel reichen. Diese hier stammen aus dem Anruf weiter unten.",
      masked: "In dieser Aufzeichnung stehen Namen für Adressen und Schlüssel.",
      notes: {
        offer: {
          name: "Angebot (Offer)",
          text:
            "Die Session Description des Anrufers: was er austauschen will, seine Zugangsdaten zum Ausprobieren der Wege (ICE) und der Fingerabdruck seines Zertifikats.",
        },
        answer: {
          name: "Antwort (Answer)",
          text:
            "Die Session Description des Angerufenen: dasselbe für seine Seite, und was er vom Angebot annimmt. Zu jedem Angebot gibt es genau eine Antwort.",
        },
        candidate: {
          name: "ICE-Kandidat",
          text:
            "Eine Adresse mit Port, unter der eine Seite vielleicht erreichbar ist. Es gibt mehrere. Sie stehen in einer Beschreibung oder folgen einzeln, was Trickle heißt.",
        },
      },
      look: "Hineinschauen: {name}",
    },
    flow: {
      heading: "Ein echter Anruf, Schritt für Schritt",
      intro:
        "Das hat die Seite des Anrufers während eines Anrufs zwischen zwei Chromium-Fenstern auf einem Rechner aufgezeichnet. Nichts davon ist ausgedacht: Jede Zeile ist etwas, das auf der Seite geschah, mit seiner Zeit.",
      count: "Schritt {step} von {steps}",
      overview: "Der ganze Anruf",
      overviewText: "{steps} Schritte in {time}. Geh sie einzeln durch.",
      previous: "Zurück",
      next: "Weiter",
      countLast: "Schritt {step} von {steps}: der letzte",
      whole: "Den ganzen Anruf zeigen",
      play: "Abspielen",
      pause: "Anhalten",
      look: "Hineinschauen",
      controls: "Durch den Anruf gehen",
      all: "Alle Schritte in Worten",
      failed: "Die Erklärung konnte nicht geladen werden. Versuch es noch einmal.",
    },
    server: {
      heading: "Was der Server tut",
      does: {
        heading: "Er …",
        points: [
          "bewahrt die Zettel jeder Seite auf, bis die andere sie hat, in ihrer Reihenfolge und jeden genau einmal;",
          "sagt einer Seite sofort Bescheid, wenn etwas für sie da ist;",
          "gibt jedem Anruf einen Namen, damit nie eine Antwort beim falschen Angebot landet;",
          "vergisst einen Anruf, den niemand annimmt, und alles, wenn jemand auflegt;",
          "lehnt ab, was fehlerhaft oder zu groß ist.",
        ],
      },
      doesNot: {
        heading: "Er wird nie …",
        points: [
          "die Zettel verändern oder nach ihnen handeln: Er muss sie nicht verstehen;",
          "sehen, weitergeben oder behalten, was die zwei Seiten einander sagen;",
          "wissen, wer sie sind: Wer den Raum kennt, darf antworten;",
          "Wege suchen: Das machen die Browser;",
          "mitwirken, wenn sie verbunden sind. Fällt er aus, geht der Anruf weiter.",
        ],
      },
      trust:
        "Die Zettel sieht er aber, und damit Adressen und Fingerabdrücke. Benutze ihn also nur über HTTPS, und nur, wenn du dem Betreiber zutraust, sie nicht zu verändern.",
    },
    after: {
      heading: "Nach der Verbindung",
      paragraphs: [
        "Alle paar Sekunden prüft jede Seite, ob die andere noch etwas empfangen will (RFC 7675). Der Server ist daran nicht beteiligt.",
        "Reißt der Weg ab, etwa weil ein Handy das WLAN verlässt, suchen beide einen neuen: ICE startet neu, mit neuen Zugangsdaten und neuen Kandidaten. Das ist wieder Signaling. Es geht über den Datenkanal, solange der noch funktioniert, sonst über den Server.",
        "Auch zum Auflegen braucht es keinen Server: Der Kanal schließt sich.",
      ],
    },
    glossary: {
      heading: "Glossar",
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
        {
          term: "ICE",
          meaning: "Das Verfahren, das Paare von Adressen durchprobiert, bis eines funktioniert (RFC 8445).",
        },
        {
          term: "ICE-Kandidat",
          meaning:
            "Eine Adresse, unter der eine Seite vielleicht erreichbar ist: ihre eigene (host), ihre eigene von außen gesehen (server reflexive) oder eine bei einem Relay.",
        },
        {
          term: "Trickle",
          meaning: "Kandidaten senden, sobald sie gefunden sind, statt alle zusammen am Schluss (RFC 8838).",
        },
        {
          term: "NAT",
          meaning:
            "Was ein Router tut, wenn sich viele Geräte eine öffentliche Adresse teilen. Er hält fern, was von innen niemand angefordert hat.",
        },
        {
          term: "STUN",
          meaning: "Das Protokoll, mit dem man seine öffentliche Adresse erfragt und Wege prüft (RFC 8489).",
        },
        { term: "TURN", meaning: "Ein Server, der Pakete weiterleitet, wo es keinen direkten Weg gibt (RFC 8656)." },
        {
          term: "DTLS",
          meaning:
            "Die Verschlüsselung der Verbindung: TLS für Pakete. Ihre Zertifikate sind für den Anruf gemacht und an ihren Fingerabdrücken zu erkennen.",
        },
        {
          term: "Datenkanal",
          meaning:
            "Worüber eine Webseite sendet und empfängt, wenn sie verbunden ist: verschlüsselte Nachrichten, auf Wunsch in Reihenfolge.",
        },
        {
          term: "Raum",
          meaning: "So heißt bei toucan der Ort, an dem sich Anrufer und Angerufener treffen.",
        },
      ],
    },
  },
  steps: {
    began: "Die Webseite erstellt eine Peer Connection und bittet den Browser um ein Angebot.",
    gathered:
      "Der Browser listet auf, wo er vielleicht erreichbar ist. Hier findet er nur Adressen des Rechners selbst, verborgen hinter erfundenen Namen. Mit einem STUN- oder TURN-Server wären es mehr.",
    gatheredAll: "Das Sammeln ist fertig. Die Gegenseite erfährt es, damit sie nicht auf mehr wartet.",
    asked: "Der Anrufer verbindet sich mit dem Server. Von jetzt an bekommt er neue Nachrichten sofort.",
    offer:
      "Das Angebot ist unterwegs: der erste Zettel. Es enthält die Kandidaten, die schon gefunden sind. Der Server bewahrt es auf, bis jemand danach fragt.",
    answer:
      "Der Angerufene ist gekommen, hat das Angebot gelesen und eine Antwort geschrieben. Jetzt wissen beide genug, um Wege auszuprobieren.",
    candidates: "Weitere Adressen, mehrere auf einem Zettel.",
    end: "Das Ende der Kandidaten: Es folgen keine Adressen mehr.",
    checking:
      "Kleine Pakete (STUN) gehen zwischen den Adressen hin und her, um zu sehen, welche ankommen. Das kann anfangen, bevor die Antwort da ist: Der Angerufene hat das Angebot schon, und seine Pakete nehmen den kurzen Weg.",
    iceConnected:
      "Ein Test ging hin und zurück: Dieser Weg funktioniert. Das dauerte nur Millisekunden, weil beide Fenster auf einem Rechner sind.",
    connecting:
      "Die ganze Verbindung ist ICE und, auf dem gefundenen Weg, DTLS: Beide Seiten zeigen ihre Zertifikate vor, und jede vergleicht den Fingerabdruck der anderen mit dem auf dem Zettel.",
    connected: "ICE und DTLS sind fertig. Von jetzt an kann nur die Gegenseite lesen, was gesendet wird.",
    channel: "Datenkanäle öffnen sich in der verschlüsselten Verbindung. Der Chat kann beginnen.",
    path:
      "Von hier an geht alles direkt. Man könnte den Server ausschalten. Der Kandidat des Angerufenen ist „prflx“, peer reflexive: Sein Test kam an, bevor der Kandidat über den Server kam.",
    pathPlain: "Von hier an geht alles direkt. Man könnte den Server ausschalten.",
    relayed: "Von hier an geht alles über ein TURN-Relay, verschlüsselt. Den Signaling-Server könnte man ausschalten.",
  },
};
