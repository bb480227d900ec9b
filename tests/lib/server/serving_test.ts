import { assertEquals, assertThrows } from "@std/assert";
import { keepServing } from "@/lib/server/serving.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

Deno.test("keepServing() throws the first error of listen()", () => {
  const listen = () => {
    throw new Deno.errors.AddrInUse("taken");
  };
  assertThrows(() => keepServing({ listen, say() {}, clock: createFakeClock() }), Deno.errors.AddrInUse);
});

Deno.test("keepServing() listens again a second after Deno has stopped, and keeps connections", async () => {
  const { clock, servers, said } = start();
  await servers[0]!.fail("Too many open files");
  assertEquals(said, ["Too many open files"]);
  clock.advance(999);
  assertEquals(servers.length, 1);
  clock.advance(1);
  assertEquals(servers.length, 2);
  assertEquals(servers.map(({ isShutDown }) => isShutDown), [false, false]);
});

Deno.test("keepServing() closes idle connections when listening fails again, and then once a minute", async () => {
  const { clock, servers } = start();
  const isShutDown = () => servers.map((server) => server.isShutDown);
  await servers[0]!.fail();
  clock.advance(1_000);
  await servers[1]!.fail();
  assertEquals(isShutDown(), [true, true]);
  for (let second = 2; second <= 60; second++) {
    clock.advance(1_000);
    await servers.at(-1)!.fail();
  }
  assertEquals(isShutDown().slice(2).some((it) => it), false);
  clock.advance(1_000);
  await servers.at(-1)!.fail();
  assertEquals(isShutDown().every((it) => it), true);
});

Deno.test("keepServing() closes idle connections when it can't even listen", async () => {
  const { clock, servers, refuseToListen } = start();
  await servers[0]!.fail();
  refuseToListen();
  clock.advance(1_000);
  assertEquals(servers.map(({ isShutDown }) => isShutDown), [true]);
});

Deno.test("keepServing() logs once a minute what is wrong", async () => {
  const { clock, servers, said } = start();
  for (let second = 0; second < 60; second++) {
    await servers.at(-1)!.fail();
    clock.advance(1_000);
  }
  assertEquals(said.length, 1);
  await servers.at(-1)!.fail();
  assertEquals(said.length, 2);
});

Deno.test("keepServing() shuts down every server that listens or has listened", async () => {
  const { clock, servers, serving, said } = start();
  await servers[0]!.fail();
  clock.advance(1_000);
  await serving.shutdown();
  assertEquals(servers.map(({ isShutDown }) => isShutDown), [true, true]);
  assertEquals(said.length, 1);
});

Deno.test("keepServing() doesn't listen again after a shutdown during a pause", async () => {
  const { clock, servers, serving } = start();
  await servers[0]!.fail();
  await serving.shutdown();
  clock.advance(60_000);
  assertEquals(servers.map(({ isShutDown }) => isShutDown), [true]);
});

function start() {
  const clock = createFakeClock();
  const servers: ReturnType<typeof fakeServer>[] = [];
  const said: string[] = [];
  let isRefusing = false;
  const listen = () => {
    if (isRefusing) throw new Error("Too many open files");
    const server = fakeServer();
    servers.push(server);
    return server;
  };
  const serving = keepServing({ listen, say: (error) => said.push((error as Error).message), clock });
  return { clock, servers, said, serving, refuseToListen: () => isRefusing = true };
}

function fakeServer() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return {
    finished: promise,
    isShutDown: false,
    shutdown() {
      this.isShutDown = true;
      resolve();
      return Promise.resolve();
    },
    /** Fails as Deno does, and resolves once the failure was noticed. */
    async fail(message = "Too many open files") {
      reject(new Deno.errors.Http(message));
      await new Promise((done) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => done(undefined)))));
    },
  };
}
