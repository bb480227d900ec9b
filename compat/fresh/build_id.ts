import { createHash } from "node:crypto";

let buildId = hash(
  Deno.env.get("DENO_DEPLOYMENT_ID") || Deno.env.get("GITHUB_SHA") ||
    Deno.env.get("CI_COMMIT_SHA") || crypto.randomUUID(),
);

export function getBuildId(): string {
  return buildId;
}

/** A production server takes over the id its files were built with. */
export function setBuildId(id: string): void {
  buildId = id;
}

export function scriptsPath(): string {
  return `/_fresh/js/${buildId}/`;
}

/** The query parameter that locks a URL to one build. */
export const BUILD_ID_PARAM = "__frsh_c";

function hash(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
