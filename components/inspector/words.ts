/** The words of the inspector, in any language. */
export type InspectorWords = typeof import("@/words/en/inspector.ts").inspector;
