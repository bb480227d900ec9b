export type InspectorWords = typeof import("@/words/en/inspector.ts").inspector;
