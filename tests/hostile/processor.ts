import process from "node:process";

/** How much processor time a process has used so far, in milliseconds; Linux only. */
export async function processorMs(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  // The name of the program, in brackets, may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
}

/** How much processor time this thread has used so far, in milliseconds: what else the machine does isn't counted. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** USER_HZ is 100 wherever Linux runs. */
const MS_A_TICK = 10;
