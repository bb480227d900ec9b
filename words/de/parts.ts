export const parts: typeof import("../en/parts.ts").parts = {
  ladder: "Was geschieht, Schritt für Schritt",
  connection: "Die Verbindung",
  selfTest: "Was dieses Netz kann",
  loading: "Wird geladen …",
  failed: "Dieser Teil konnte nicht geladen werden.",
  retry: "Noch einmal versuchen",
};
