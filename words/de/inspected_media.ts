/** Was die Zeilen einer Session Description sind, die Ton und Bild betreffen. */
export const media: typeof import("../en/inspected_media.ts").media = {
  "msid-semantic": {
    name: "Bedeutung der Stream-Namen",
    text:
      "WMS steht für die Media Streams von WebRTC. Es stammt aus einem frühen Entwurf, steht nicht in dem RFC, der daraus wurde, und bewirkt heute nichts.",
  },
  "media-audio": {
    name: "Medium: Ton",
    text:
      "Ein Abschnitt für Ton, in {formats} möglichen Formaten, das bevorzugte zuerst: {first}. {protocol} ist RTP, verschlüsselt mit Schlüsseln aus DTLS. Port {port} ist ein Platzhalter, wenn dort 9 steht.",
  },
  "media-video": {
    name: "Medium: Bild",
    text:
      "Ein Abschnitt für bewegtes Bild, in {formats} möglichen Formaten, das bevorzugte zuerst: {first}. {protocol} ist RTP, verschlüsselt mit Schlüsseln aus DTLS. Port {port} ist ein Platzhalter, wenn dort 9 steht.",
  },
  "media": { name: "Medium: {kind}", text: "Ein Abschnitt für {kind} über {protocol}, an Port {port}." },
  "media-rejected": {
    name: "Medium abgelehnt",
    text: "Port 0: Diese Seite will den Abschnitt ({kind}) nicht, oder nur zusammen mit einem Bündel.",
  },
  "msid": {
    name: "Stream und Spur",
    text:
      "Dieses Medium ist im Programm der Seite die Spur {track} des Streams {stream}. Ein Strich heißt: kein Stream.",
  },
  "rtpmap": {
    name: "Format {payloadType}",
    text:
      "Die Nummer {payloadType} in einem Paket bedeutet {name}, mit {clockRate} Takten in der Sekunde und {channels} Kanal/Kanälen.",
  },
  "fmtp": { name: "Einstellungen zu Format {payloadType}", text: "{list}" },
  "rtcp-fb": {
    name: "Rückmeldung zu Format {payloadType}",
    text: "Der Empfänger darf sich mit {type} melden, etwa damit Verlorenes noch einmal gesendet wird.",
  },
  "extmap": { name: "Header-Erweiterung {id}", text: "Die Nummer {id} im Kopf eines Pakets steht für {uri}." },
  "extmap-allow-mixed": {
    name: "Kurze und lange Erweiterungen",
    text: "Header-Erweiterungen mit einem und mit zwei Bytes dürfen in einem Stream gemischt vorkommen.",
  },
  "rtcp": {
    name: "Adresse für Berichte",
    text: "Wohin Empfangsberichte ohne gemeinsamen Port gingen: {value}. In WebRTC ein Platzhalter.",
  },
  "rtcp-mux": {
    name: "Berichte am selben Port",
    text: "Empfangsberichte (RTCP) teilen sich den Port mit Ton und Bild (RTP).",
  },
  "rtcp-mux-only": {
    name: "Berichte nur am selben Port",
    text: "Der gemeinsame Port ist eine Bedingung, kein Angebot.",
  },
  "rtcp-xr": { name: "Erweiterte Berichte", text: "Berichte, die mehr sagen als die einfachen, hier: {value}." },
  "rtcp-rsize": { name: "Kurze Berichte", text: "Berichte dürfen kürzer sein als die volle Form." },
  "ptime": { name: "Länge eines Pakets", text: "Jedes Paket soll {value} ms Ton enthalten." },
  "maxptime": { name: "Größte Länge eines Pakets", text: "Ein Paket darf höchstens {value} ms Ton enthalten." },
  "ssrc": {
    name: "Quelle {ssrc}",
    text: "Pakete mit dieser Nummer kommen von der Spur dieser Seite. {attribute}: {value}",
  },
  "ssrc-group": {
    name: "Gruppe von Quellen",
    text:
      "Die Quellen {ssrcs} gehören zusammen: {semantics}. FID heißt, dass die zweite wiederholt, was von der ersten verloren ging.",
  },
  "rid": { name: "Kodierung {id}", text: "Eine von mehreren Kodierungen desselben Mediums, Richtung {direction}." },
  "simulcast": { name: "Simulcast", text: "Dasselbe Bild wird gleichzeitig in mehreren Größen gesendet: {value}." },
  "sendrecv": { name: "In beide Richtungen", text: "Diese Seite will senden und empfangen." },
  "sendonly": { name: "Sendet nur", text: "Diese Seite will nur senden." },
  "recvonly": { name: "Empfängt nur", text: "Diese Seite will nur empfangen." },
  "inactive": { name: "Pause", text: "Diese Seite sendet und empfängt vorerst nichts." },
};
