import type { Language } from "@/words/languages.ts";

// Each part loads when it is first needed, with the words of one language, so that unopened parts cost nothing.

/** Loads the message list. There is nothing to list before a call starts, and the server is still reachable then. */
export async function loadMessages() {
  return (await import("./MessageList.tsx")).MessageList;
}

/** Loads what can be done with a conversation. */
export async function loadTalkTools() {
  return (await import("./talk/TalkTools.tsx")).TalkTools;
}

/** Loads the words of a call in another language. */
export async function loadWords(language: Language) {
  const [{ call }, { chat }, { parts }, { room }] = language === "de"
    ? await Promise.all([
      import("@/words/de/call.ts"),
      import("@/words/de/chat.ts"),
      import("@/words/de/parts.ts"),
      import("@/words/de/room.ts"),
    ])
    : await Promise.all([
      import("@/words/en/call.ts"),
      import("@/words/en/chat.ts"),
      import("@/words/en/parts.ts"),
      import("@/words/en/room.ts"),
    ]);
  return { call, chat, parts, room };
}

/** Loads the sequence diagram, and the inspector's frame. */
export async function loadLadder(language: Language) {
  const [{ Ladder }, { Inspected }, { ladder }] = await Promise.all([
    import("./ladder/Ladder.tsx"),
    import("./Inspected.tsx"),
    language === "de" ? import("@/words/de/ladder.ts") : import("@/words/en/ladder.ts"),
  ]);
  return { Ladder, Inspected, words: ladder };
}

/** Loads file transfers, and what shows them. */
export async function loadFiles(language: Language) {
  const [{ TransferRow }, { FilesDesk }, { createFiles }, { files }] = await Promise.all([
    import("./files/TransferRow.tsx"),
    import("./files/FilesDesk.tsx"),
    import("@/lib/files/mod.ts"),
    language === "de" ? import("@/words/de/files.ts") : import("@/words/en/files.ts"),
  ]);
  return { TransferRow, FilesDesk, createFiles, words: files };
}

/** Loads the view of the path in use. */
export async function loadConnection(language: Language) {
  const [{ Connection }, { connection }] = await Promise.all([
    import("./connection/Connection.tsx"),
    language === "de" ? import("@/words/de/connection.ts") : import("@/words/en/connection.ts"),
  ]);
  return { Connection, words: connection };
}

/** Loads the inspector, which explains messages line by line. */
export async function loadInspector(language: Language) {
  const [{ Inspector }, { inspector }] = await Promise.all([
    import("./inspector/Inspector.tsx"),
    language === "de" ? import("@/words/de/inspector.ts") : import("@/words/en/inspector.ts"),
  ]);
  return { Inspector, words: inspector };
}

/** Loads the doctor, with what calls it, and the self-test. */
export async function loadDoctor(language: Language) {
  const [{ Worry }, { SelfTest }, { doctor }] = await Promise.all([
    import("./Worry.tsx"),
    import("./doctor/SelfTest.tsx"),
    language === "de" ? import("@/words/de/doctor.ts") : import("@/words/en/doctor.ts"),
  ]);
  return { Worry, SelfTest, words: doctor };
}
