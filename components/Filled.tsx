import type { ComponentChildren } from "preact";

export interface FilledProps {
  text: string;
  values: Readonly<Record<string, ComponentChildren>>;
}

/** A text with elements in place of its `{name}`s; a name without one stays as it is. */
export function Filled({ text, values }: FilledProps) {
  return <>{text.split(/\{(\w+)\}/).map((part, index) => index % 2 === 0 ? part : values[part] ?? `{${part}}`)}</>;
}
