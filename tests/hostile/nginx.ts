import { assertNotEquals } from "@std/assert";
import { isInstalled } from "@/testing/program.ts";

/** How to get nginx, where it is missing. */
export const missingNginx = isInstalled("nginx", ["-v"]) ? undefined : "install nginx (Debian: nginx-light)";

/** A proxy in a process of its own. */
export interface Nginx extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/**
 * Starts nginx with `ops/nginx.conf` before a server. `timeouts` replaces how long it puts up with what is slow or
 * silent, in seconds.
 */
export async function startNginx(server: string, timeouts?: number): Promise<Nginx> {
  const folder = await Deno.makeTempDir();
  const port = freePort();
  let site = await Deno.readTextFile(new URL("../../ops/nginx.conf", import.meta.url));
  site = replace(site, /listen 80;/g, `listen 127.0.0.1:${port};`);
  site = replace(site, /server 127\.0\.0\.1:8000;/g, `server 127.0.0.1:${new URL(server).port};`);
  if (timeouts !== undefined) {
    site = replace(site, /((?:client_header|client_body|keepalive)_timeout) \d+s;/g, `$1 ${timeouts}s;`);
  }
  await Deno.writeTextFile(`${folder}/nginx.conf`, frame(folder, site));
  const child = new Deno.Command("nginx", {
    args: ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", "stderr"],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const ended = child.status.then(({ code }) => Promise.reject(new Error(`nginx ended with ${code}`)));
  await Promise.race([ended, listens(port)]);
  ended.catch(() => {});
  return {
    url: `http://localhost:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await child.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** A whole configuration around that of one site, which keeps all its files in one folder. */
function frame(folder: string, site: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) =>
    `${name}_temp_path ${folder}/${name};`
  );
  return [
    "daemon off; master_process off; error_log stderr;",
    `pid ${folder}/pid;`,
    "events { worker_connections 1024; }",
    `http { access_log off; ${temporary.join(" ")}\n${site} }`,
  ].join("\n");
}

function replace(text: string, what: RegExp, by: string): string {
  const replaced = text.replace(what, by);
  assertNotEquals(replaced, text, `ops/nginx.conf has no ${what}`);
  return replaced;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function listens(port: number): Promise<void> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await listens(port);
  }
}
