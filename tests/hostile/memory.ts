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
