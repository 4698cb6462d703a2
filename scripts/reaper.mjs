// Reads "+pid" and "-pid" lines: process groups that started and ended. When its input closes, its starter is
// gone; whatever groups are left are asked to end, and made to after a while.
import { createInterface } from 'node:readline';

const groups = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) groups.add(pid);
  else groups.delete(pid);
});
lines.on('close', async () => {
  for (const pid of groups) askLeader(pid);
  for (let waited = 0; waited < 100 && groups.size > 0; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    signal(0);
  }
  signal('SIGKILL');
});

/** A leader passes the signal on to its own; a group that lost its leader is asked as a whole. */
function askLeader(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    signal('SIGTERM', [pid]);
  }
}

/** Signal 0 only asks: groups nobody is left of are forgotten. */
function signal(which, some = groups) {
  for (const pid of some) {
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, which);
    } catch {
      groups.delete(pid);
    }
  }
}
