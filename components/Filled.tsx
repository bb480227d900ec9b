import type { ComponentChildren } from "preact";

export interface FilledProps {
  text: string;
  values: Readonly<Record<string, ComponentChildren>>;
}

/** Replaces each `{name}` in a text by an element; one without an element stays as it is. */
export function Filled({ text, values }: FilledProps) {
  return <>{text.split(/\{(\w+)\}/).map((part, index) => index % 2 === 0 ? part : values[part] ?? `{${part}}`)}</>;
}
