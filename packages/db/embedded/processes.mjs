// Who is alive: pids are reused, so a process is named by its pid and the moment it started.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A name for the process that now has this pid, or null when there is none. The name changes when the pid is
 * given to another process or the machine restarts. On a system without /proc it comes from `ps`.
 */
export function identityOf(pid) {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command in parentheses may hold spaces, so count the fields from its end; 'Z' is a dead process.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${pid}:${fields[19]}`;
    } catch {
      return isAlive(pid) ? `pid:${pid}` : null;
    }
  }
  if (process.platform === 'win32') return `pid:${pid}`;
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return started.status === 0 ? `${pid}:${started.stdout.trim()}` : null;
}

/** The command line of a process as one string, or '' when it cannot be read. */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  } catch {
    return '';
  }
}

/** The parent of a process, or 0 when it is not known. */
export function parentOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }
    return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? 0);
  } catch {
    return 0;
  }
}

/** True while a process with this pid exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Waits until the process is gone; false when it still lives after `milliseconds`. */
export async function waitForEnd(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (identityOf(pid) !== null) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
