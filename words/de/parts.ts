export const parts: typeof import("../en/parts.ts").parts = {
  ladder: "Was geschieht, Schritt für Schritt",
  connection: "Die Verbindung",
  files: "Dateien",
  asked: "Dein Gegenüber bietet dir eine Datei an",
  selfTest: "Was dieses Netz kann",
  loading: "Einen Moment …",
  failed: "Dieser Teil ließ sich nicht laden.",
  retry: "Noch einmal versuchen",
};
