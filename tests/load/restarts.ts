import { type ServerProcess, startServer } from "@/testing/server.ts";

/** A server that can be killed and comes back on its port, with what its database file holds. */
export interface MortalServer extends AsyncDisposable {
  readonly url: string;
  /** Resolves while it runs, or once it does again. */
  readonly up: Promise<void>;
  /** Kills it as a crash would, and starts another in its place. */
  restart(): void;
}

/** Starts a server on a free port. */
export async function startMortal(env: Record<string, string>): Promise<MortalServer> {
  let server: ServerProcess = await startServer(env);
  const { url } = server;
  const restarted = async () => {
    await server.kill();
    server = await startServer({ ...env, PORT: new URL(url).port });
  };
  let up = Promise.resolve();
  return {
    url,
    get up() {
      return up;
    },
    restart() {
      up = up.then(restarted);
    },
    async [Symbol.asyncDispose]() {
      await up.catch(() => {});
      await server[Symbol.asyncDispose]();
    },
  };
}
