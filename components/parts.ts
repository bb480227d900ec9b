import type { Language } from "@/words/languages.ts";

// Each is fetched when it is first needed, with the words of the one language: what isn't opened costs nothing.

/** What was said. There is nothing to list before a call starts; then the server is there to fetch it from. */
export async function loadMessages() {
  return (await import("./MessageList.tsx")).MessageList;
}

/** The sequence diagram, and what opens what an arrow carried. */
export async function loadLadder(language: Language) {
  const [{ Ladder }, { Inspected }, { ladder }] = await Promise.all([
    import("./ladder/Ladder.tsx"),
    import("./Inspected.tsx"),
    language === "de" ? import("@/words/de/ladder.ts") : import("@/words/en/ladder.ts"),
  ]);
  return { Ladder, Inspected, words: ladder };
}

/** Files: what moves them, and what shows them. */
export async function loadFiles(language: Language) {
  const [{ Files }, { createFiles }, { files }] = await Promise.all([
    import("./files/Files.tsx"),
    import("@/lib/files/mod.ts"),
    language === "de" ? import("@/words/de/files.ts") : import("@/words/en/files.ts"),
  ]);
  return { Files, createFiles, words: files };
}

/** The path in use. */
export async function loadConnection(language: Language) {
  const [{ Connection }, { connection }] = await Promise.all([
    import("./connection/Connection.tsx"),
    language === "de" ? import("@/words/de/connection.ts") : import("@/words/en/connection.ts"),
  ]);
  return { Connection, words: connection };
}

/** Explains what was sent, line by line. */
export async function loadInspector(language: Language) {
  const [{ Inspector }, { inspector }] = await Promise.all([
    import("./inspector/Inspector.tsx"),
    language === "de" ? import("@/words/de/inspector.ts") : import("@/words/en/inspector.ts"),
  ]);
  return { Inspector, words: inspector };
}

/** Says why a call isn't connected, and tries what this network can do. */
export async function loadDoctor(language: Language) {
  const [{ Doctor }, { SelfTest }, { doctor }] = await Promise.all([
    import("./doctor/Doctor.tsx"),
    import("./doctor/SelfTest.tsx"),
    language === "de" ? import("@/words/de/doctor.ts") : import("@/words/en/doctor.ts"),
  ]);
  return { Doctor, SelfTest, words: doctor };
}
