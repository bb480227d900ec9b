/** One server-sent event. */
export interface ServerEvent {
  /** `"message"` by default. */
  readonly event: string;
  readonly data: string;
  /** The last event's if this one has none. */
  readonly id: string;
}

/** Creates a parser of server-sent events (HTML, section 9.2.6), for text in any pieces; `found` may throw. */
export function createEventParser(found: (event: ServerEvent) => void): (piece: string) => void {
  let begun = "";
  let held = "";
  let event = "";
  let id = "";
  let data: string[] = [];

  function take(line: string) {
    if (line === "") {
      const complete = { event: event || "message", data: data.join("\n"), id };
      const isEmpty = data.length === 0;
      event = "";
      data = [];
      if (!isEmpty) found(complete);
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
    else if (field === "id") id = value;
  }

  return (piece) => {
    const lines = (held + piece).split(/\r\n|\n|\r(?!$)/);
    const last = lines.pop()!;
    // A carriage return at the end may be half of an end of line.
    held = last.endsWith("\r") ? "\r" : "";
    for (const line of lines) {
      take(begun + line);
      begun = "";
    }
    // Only added to, never looked through again: a long line may come in many pieces.
    begun += last.slice(0, last.length - held.length);
  };
}
