export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & { remoteAddress?: string };

/** Listens on the given port, or else on the first free one from 8000 on, until the server ends. */
export async function serve(
  handler: (req: Request, info: Deno.ServeHandlerInfo) => Promise<Response>,
  options: ListenOptions,
): Promise<void> {
  const onListen = options.onListen ?? announce;
  if (options.port) {
    await Deno.serve({ ...options, onListen }, handler).finished;
    return;
  }
  for (let port = 8000;; port++) {
    try {
      await Deno.serve({ ...options, onListen, port }, handler).finished;
      return;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse) || port === 8019) {
        throw error;
      }
    }
  }
}

function announce({ hostname, port }: Deno.NetAddr): void {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  // deno-lint-ignore no-console -- How one learns where to point the browser.
  console.log(`Fresh ready: http://${host}:${port}/`);
}
