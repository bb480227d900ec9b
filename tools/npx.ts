import { kill } from "node:process";

/** How often to check that npm is still running. */
const INTERVAL_MS = 500;

interface Process {
  parent: number;
  command: string;
}

/**
 * If `npx` started this process, stops it, as SIGTERM does, once npm has gone: npm runs its command in a shell, and a
 * signal stops npm and the shell, but not the command. Does nothing without `ps`, as on Windows.
 */
export async function stopWithNpx(): Promise<void> {
  if (Deno.env.get("npm_command") !== "exec") return;
  const processes = await listProcesses();
  if (processes.size === 0) return;
  const npm = findNpm(processes);
  const timer = setInterval(() => {
    if (npm !== undefined && isRunning(npm)) return;
    clearInterval(timer);
    Deno.kill(Deno.pid, "SIGTERM");
  }, INTERVAL_MS);
}

function findNpm(processes: Map<number, Process>): number | undefined {
  for (let pid = Deno.ppid;;) {
    const found = processes.get(pid);
    if (found === undefined) return undefined;
    if (/^npm exec\b|\bnpx(-cli\.js)?(\s|$)/.test(found.command)) return pid;
    pid = found.parent;
  }
}

async function listProcesses(): Promise<Map<number, Process>> {
  try {
    const { stdout } = await new Deno.Command("ps", { args: ["-A", "-o", "pid=,ppid=,args="] }).output();
    const rows = new TextDecoder().decode(stdout).matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm);
    return new Map(Array.from(rows, ([, pid, parent, command]) => [
      Number(pid),
      { parent: Number(parent), command: command! },
    ]));
  } catch {
    return new Map();
  }
}

function isRunning(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
}
