import type { Side } from "@/lib/protocol/mod.ts";
import type { CallWords } from "@/words/mod.ts";

/** A side, or whichever is free: the first one in a room calls, the second answers. */
export type Role = Side | "either";

export interface RoleChoiceProps {
  ready: boolean;
  /** The role that the page suggests; `null` where the person chooses. */
  suggested: "either" | "callee" | null;
  words: CallWords["roles"];
  onStart(role: Role): void;
}

/** The ways to start. The buttons of the two sides have the same names in every language. */
export function RoleChoice({ ready, suggested, words, onStart }: RoleChoiceProps) {
  const start = (role: Side, isPrimary: boolean) => (
    <button
      type="button"
      class={isPrimary ? "button primary" : "button quiet"}
      lang="en"
      disabled={!ready}
      aria-describedby={isPrimary ? `about-${role}` : undefined}
      onClick={() => onStart(role)}
    >
      Start {role}
    </button>
  );
  if (suggested === null) {
    return (
      <div class="roles" role="group" aria-label={words.label}>
        {SIDES.map((role) => (
          <div key={role}>
            {start(role, true)}
            <p id={`about-${role}`} class="hint">{words[role]}</p>
          </div>
        ))}
      </div>
    );
  }
  return (
    <div class="roles join" role="group" aria-label={words.label}>
      <button
        type="button"
        class="button primary"
        disabled={!ready}
        aria-describedby="about-join"
        onClick={() => onStart(suggested)}
      >
        {words.join}
      </button>
      <p id="about-join" class="hint">{words[suggested === "callee" ? "guest" : "either"]}</p>
      {suggested === "either" && <p class="sides">{SIDES.map((role) => start(role, false))}</p>}
    </div>
  );
}

const SIDES: readonly Side[] = ["caller", "callee"];
