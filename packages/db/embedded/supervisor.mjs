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
/** Asked to: everything is done with it. Abandoned: those who use it may be ending too, and get some seconds. */
function stop(asked) {
  if (asked) server.kill('SIGINT'); // fast shutdown: roll back what is open, write everything, end
  if (stopping) return;
  stopping = true;
  if (!asked) server.kill('SIGTERM'); // smart shutdown: ends when the last one has left
  setTimeout(() => server.kill('SIGINT'), 4_000).unref();
  setTimeout(() => server.kill('SIGQUIT'), 20_000).unref(); // immediate: recovers from its log at the next start
  setTimeout(() => server.kill('SIGKILL'), 25_000).unref();
}

const abandoned = () => stop(false);
process.stdin
  .on('data', () => stop(true))
  .on('end', abandoned)
  .on('close', abandoned)
  .on('error', abandoned);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(true));

server.on('error', () => process.exit(1));
server.on('exit', (code) => {
  if (temporary) rmSync(temporary, { recursive: true, force: true });
  process.exit(stopping ? 0 : (code ?? 1));
});
