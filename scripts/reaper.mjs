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
  signal('SIGTERM');
  for (let waited = 0; waited < 100 && groups.size > 0; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    signal(0);
  }
  signal('SIGKILL');
});

/** Signal 0 only asks: groups nobody is left of are forgotten. */
function signal(which) {
  for (const pid of groups) {
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, which);
    } catch {
      groups.delete(pid);
    }
  }
}
