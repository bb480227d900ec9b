import type { ComponentType } from "preact";
import type { Build, Island } from "./build.ts";

/** What is gathered while one document is rendered. */
export class RenderPass {
  readonly nonce = crypto.randomUUID().replaceAll("-", "");
  /** Which of `html`, `head` and `body` were rendered. */
  readonly seen = new Set<string>();
  readonly islands: { island: Island; props: Record<string, unknown> }[] = [];
  hasScripts = false;

  constructor(readonly build: Build, readonly url: URL) {}

  island(type: unknown): Island | undefined {
    return this.build.islands.get(type as ComponentType);
  }

  /** The URL paths of the scripts the document needs, the runtime first. */
  modules(): string[] {
    const chunks = this.islands.map(({ island }) => island.chunk);
    if (chunks.length === 0 && !this.build.reloads) return [];
    return [...new Set([this.build.runtime, ...chunks])];
  }
}

let current: RenderPass | null = null;

/** Rendering is synchronous, so one pass at a time can be the current one. */
export function withPass<T>(pass: RenderPass, render: () => T): T {
  current = pass;
  try {
    return render();
  } finally {
    current = null;
  }
}

export function currentPass(): RenderPass | null {
  return current;
}
