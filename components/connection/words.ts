export type ConnectionWords = typeof import("@/words/en/connection.ts").connection;
