import type { Line, Reference } from "@/lib/inspect/mod.ts";
import { fill } from "@/words/fill.ts";
import type { InspectorWords } from "./words.ts";

export interface LinesProps {
  lines: readonly Line[];
  words: InspectorWords;
  language: string;
}

/** Lines as they were sent, each with its explanation. */
export function Lines({ lines, words, language }: LinesProps) {
  return (
    <ol class="inspected-lines">
      {lines.map((line, index) => {
        const { name, text } = words.lines[line.key];
        const values = valuesOf(line, language);
        return (
          <li key={index} class={line.key === "unknown" || line.key === "unreadable" ? "unclear" : undefined}>
            <div class="inspected-line">
              <code dir="ltr">{line.raw}</code>
              <div>
                <strong>{fill(name, values)}</strong>
                <p>{fill(text, values)}</p>
                <References references={line.references} words={words} />
              </div>
            </div>
            {line.parts.length > 0 && <Lines lines={line.parts} words={words} language={language} />}
          </li>
        );
      })}
    </ol>
  );
}

function References({ references, words }: { references: readonly Reference[]; words: InspectorWords }) {
  if (references.length === 0) return <small>{words.outside}</small>;
  return (
    <small>
      {references.map(({ name, section, url }, index) => (
        <span key={url}>
          {index > 0 && " · "}
          <a href={url} target="_blank" rel="noreferrer">
            {section === undefined ? name : fill(words.section, { name, section })}
          </a>
        </span>
      ))}
    </small>
  );
}

/** Groups the digits of amounts, but not of names such as ports. */
function valuesOf({ key, values }: Line, language: string): Line["values"] {
  const { value } = values;
  if (key !== "max-message-size" || typeof value !== "number") return values;
  return { value: new Intl.NumberFormat(language).format(value) };
}
