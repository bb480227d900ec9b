/** One server-sent event. */
export interface ServerEvent {
  /** `"message"` where the server names none. */
  readonly event: string;
  readonly data: string;
  /** The last event's where this one has none. */
  readonly id: string;
}

/** Takes a stream of events apart (HTML, section 9.2.6), in pieces as they come; `found` may throw. */
export function createEventParser(found: (event: ServerEvent) => void): (piece: string) => void {
  let rest = "";
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
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === "event") event = value!;
    else if (field === "data") data.push(value!);
    else if (field === "id") id = value!;
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    lines.forEach(take);
  };
}
