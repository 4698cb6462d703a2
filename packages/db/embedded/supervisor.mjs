// Runs one PostgreSQL and ends it when the process that asked for it goes away, however it goes: its end of
// our standard input closes even when it is killed with -9. Runs in a session of its own, so that Ctrl-C
// reaches the asker only, which then stops things in order.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const { postgres, args, user, log, temporary } = JSON.parse(process.argv[2]);

const output = openSync(log, 'a');
const server = spawn(postgres, args, {
  ...user,
  cwd: '/',
  env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
  stdio: ['ignore', output, output],
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGINT'); // fast shutdown: roll back what is open, write everything, end
  setTimeout(() => server.kill('SIGQUIT'), 20_000).unref(); // immediate: recovers from its log at the next start
  setTimeout(() => server.kill('SIGKILL'), 25_000).unref();
}

process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

server.on('error', () => process.exit(1));
server.on('exit', (code) => {
  if (temporary) rmSync(temporary, { recursive: true, force: true });
  process.exit(stopping ? 0 : (code ?? 1));
});
