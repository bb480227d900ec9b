import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What a process takes when all its garbage is collected, in bytes. */
export interface Memory {
  /** All of it. */
  readonly rss: number;
  /** What its JavaScript keeps. */
  readonly heapUsed: number;
  /** How many readers wait. */
  readonly waiting: number;
}

/** Makes what answers `/memory` with what this process takes. */
export function createMemoryHandler(waiting: () => number): () => Response {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  return () => {
    collect();
    const { rss, heapUsed } = Deno.memoryUsage();
    return Response.json({ rss, heapUsed, waiting: waiting() } satisfies Memory);
  };
}

/** Asks a server that has such a handler. */
export async function readMemory(url: string): Promise<Memory> {
  return await (await fetch(`${url}/memory`)).json();
}

/** The resident memory of a process, in bytes; Linux only. */
export function residentBytes(pid: number): Promise<number> {
  return readStatus(pid, "VmRSS");
}

/** The most resident memory that a process has had, in bytes; Linux only. */
export function peakResidentBytes(pid: number): Promise<number> {
  return readStatus(pid, "VmHWM");
}

async function readStatus(pid: number, field: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) * 1_024;
}
