/** Die Zeilen einer Session Description über Ton und Video, erklärt. */
export const media: typeof import("../en/inspected_media.ts").media = {
  "msid-semantic": {
    name: "Bedeutung der Stream-Namen",
    text:
      "WMS steht für WebRTC Media Streams. Es stammt aus einem frühen Entwurf, steht nicht in dem RFC, der daraus wurde, und bewirkt heute nichts.",
  },
  "media-audio": {
    name: "Medium: Ton",
    text:
      "Ein Abschnitt für Ton in einem von {formats} Formaten, das bevorzugte zuerst: {first}. {protocol} ist RTP, verschlüsselt mit Schlüsseln aus DTLS. Port {port} ist ein Platzhalter, wenn es 9 ist.",
  },
  "media-video": {
    name: "Medium: Video",
    text:
      "Ein Abschnitt für Video in einem von {formats} Formaten, das bevorzugte zuerst: {first}. {protocol} ist RTP, verschlüsselt mit Schlüsseln aus DTLS. Port {port} ist ein Platzhalter, wenn es 9 ist.",
  },
  "media": { name: "Medium: {kind}", text: "Ein Abschnitt für {kind} über {protocol}, auf Port {port}." },
  "media-rejected": {
    name: "Medium abgelehnt",
    text: "Port 0: Diese Seite lehnt den Abschnitt ({kind}) ab oder will ihn nur in einem Bündel.",
  },
  "msid": {
    name: "Stream und Track",
    text: "Im Code der Webseite ist das der Track {track} des Streams {stream}. Ein Strich heißt: kein Stream.",
  },
  "rtpmap": {
    name: "Format {payloadType}",
    text:
      "Die Nummer {payloadType} in einem Paket bedeutet {name}, mit einer Taktrate von {clockRate} Hz und {channels} Kanal/Kanälen.",
  },
  "fmtp": { name: "Parameter von Format {payloadType}", text: "{list}" },
  "rtcp-fb": {
    name: "Rückmeldung zu Format {payloadType}",
    text:
      "Der Empfänger darf Rückmeldungen vom Typ {type} senden, etwa damit verlorene Pakete noch einmal gesendet werden.",
  },
  "extmap": { name: "Header-Erweiterung {id}", text: "Die Nummer {id} im Kopf eines Pakets steht für {uri}." },
  "extmap-allow-mixed": {
    name: "Kurze und lange Erweiterungen",
    text: "Header-Erweiterungen mit einem und mit zwei Byte langem Kopf dürfen in einem Stream gemischt vorkommen.",
  },
  "rtcp": {
    name: "Adresse für Berichte",
    text: "Wohin Empfangsberichte ohne gemeinsamen Port gehen würden: {value}. In WebRTC ein Platzhalter.",
  },
  "rtcp-mux": {
    name: "Berichte auf demselben Port",
    text: "Empfangsberichte (RTCP) teilen sich den Port mit Ton und Video (RTP).",
  },
  "rtcp-mux-only": {
    name: "Berichte nur auf demselben Port",
    text: "Der gemeinsame Port ist Bedingung, nicht Angebot.",
  },
  "rtcp-xr": { name: "Erweiterte Berichte", text: "Berichte, die mehr enthalten als das Nötigste: {value}." },
  "rtcp-rsize": { name: "Verkürzte Berichte", text: "Berichte dürfen kürzer sein als die volle Form." },
  "ptime": { name: "Paketlänge", text: "Jedes Paket soll {value} ms Ton enthalten." },
  "maxptime": { name: "Größte Paketlänge", text: "Ein Paket darf höchstens {value} ms Ton enthalten." },
  "ssrc": {
    name: "Quelle {ssrc}",
    text: "Pakete mit dieser Nummer kommen vom Track dieser Seite. {attribute}: {value}",
  },
  "ssrc-group": {
    name: "Gruppe von Quellen",
    text:
      "Die Quellen {ssrcs} gehören zusammen: {semantics}. FID heißt, dass die zweite noch einmal sendet, was von der ersten verloren ging.",
  },
  "rid": { name: "Kodierung {id}", text: "Eine von mehreren Kodierungen desselben Mediums, Richtung {direction}." },
  "simulcast": { name: "Simulcast", text: "Dasselbe Video wird gleichzeitig in mehreren Größen gesendet: {value}." },
  "sendrecv": { name: "In beide Richtungen", text: "Diese Seite will senden und empfangen." },
  "sendonly": { name: "Sendet nur", text: "Diese Seite will nur senden." },
  "recvonly": { name: "Empfängt nur", text: "Diese Seite will nur empfangen." },
  "inactive": { name: "Inaktiv", text: "Diese Seite sendet und empfängt vorerst nicht." },
};
