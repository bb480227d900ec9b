import type { Side } from "@/lib/protocol/mod.ts";
import { ROLES } from "./words.ts";

export interface RoleChoiceProps {
  ready: boolean;
  onStart(role: Side): void;
}

/** The two ways to start, each with what it means. */
export function RoleChoice({ ready, onStart }: RoleChoiceProps) {
  return (
    <div class="roles" role="group" aria-label="Start a call">
      {SIDES.map((role) => (
        <div key={role}>
          <button
            type="button"
            class="button primary"
            disabled={!ready}
            aria-describedby={`about-${role}`}
            onClick={() => onStart(role)}
          >
            Start {role}
          </button>
          <p id={`about-${role}`} class="hint">{ROLES[role]}</p>
        </div>
      ))}
    </div>
  );
}

const SIDES: readonly Side[] = ["caller", "callee"];
