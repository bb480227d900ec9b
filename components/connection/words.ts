/** The words of the connection view. */
export type ConnectionWords = typeof import("@/words/en/connection.ts").connection;
