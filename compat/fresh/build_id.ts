import { createHash } from "node:crypto";
import { lockAssets } from "./asset.ts";

let buildId = hash(
  Deno.env.get("DENO_DEPLOYMENT_ID") || Deno.env.get("GITHUB_SHA") ||
    Deno.env.get("CI_COMMIT_SHA") || crypto.randomUUID(),
);
lockAssets(buildId);

export function getBuildId(): string {
  return buildId;
}

/** A production server takes over the id its files were built with. */
export function setBuildId(id: string): void {
  buildId = id;
  lockAssets(id);
}

export function scriptsPath(): string {
  return `/_fresh/js/${buildId}/`;
}

function hash(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
