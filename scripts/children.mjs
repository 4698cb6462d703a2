// Programs we start, and their end. Each runs in a process group of its own and is known to a reaper, a small
// process that ends whatever is left when we go away without a chance to do it ourselves (kill -9).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commandOf, identityOf, parentOf } from '../packages/db/embedded/processes.mjs';
import { root, toolEnvironment } from './environment.mjs';

const GRACE_MS = 12_000;
const running = new Set();
const duties = [];
let reaper = null;
let stopping = null;

/** Starts a program. Resolves `ended` with its exit code (a signal counts as 1; not found as 127). */
export function startChild(command, args, { env = {}, cwd = root, stdio = 'inherit' } = {}) {
  if (isStopping()) throw new Error(`${command} is not started: everything is being ended.`);
  const child = spawn(command, args, { cwd, env: toolEnvironment(env, cwd), stdio, detached: true });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
  if (child.pid) {
    const entry = { pid: child.pid, ended };
    running.add(entry);
    tellReaper(`+${child.pid}`);
    ended.then(() => {
      running.delete(entry);
      signalGroup(child.pid, 'SIGKILL'); // what the program itself may have left behind
      tellReaper(`-${child.pid}`);
    });
  }
  return { child, ended, stop: () => stopGroup(child.pid, ended) };
}

/** Runs a program to its end and collects what it prints. `onLine` hears each line as it comes. */
export async function runQuietly(command, args, { onLine, ...options } = {}) {
  const { child, ended } = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const closed = [child.stdout, child.stderr].map((stream) => {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    });
    return new Promise((resolve) => stream.once('close', resolve));
  });
  const code = await ended;
  await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, 1000))]);
  return { code, output };
}

/** Registers something to undo at the end, whatever the end is. The last one registered is undone first. */
export function atTheEnd(duty) {
  duties.push(duty);
}

/** Ends programs first, then undoes duties in reverse order. */
export function stopEverything() {
  stopping ??= (async () => {
    await Promise.all([...running].map(({ pid, ended }) => stopGroup(pid, ended)));
    for (const duty of duties.reverse()) {
      try {
        await duty();
      } catch (error) {
        console.error(error);
      }
    }
    reaper?.stdin.end();
  })();
  return stopping;
}

/** True once the end has been asked for: programs that stop now stop because they were told to. */
export function isStopping() {
  return stopping !== null;
}

/** Ctrl-C, a polite kill, a closed terminal or the end of the npm that called us: end everything in order. */
export function exitWhenAskedTo() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const signal of Object.keys(codes)) {
    process.on(signal, () => {
      // A second Ctrl-C means "now". (npm passes the terminal's on, so the same one arrives twice at once.)
      if (isStopping() && Date.now() - askedAt > 500) killEverything();
      end(codes[signal]);
    });
  }
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // the terminal is gone
  const callers = callerPids().map((pid) => ({ pid, identity: identityOf(pid) }));
  setInterval(() => {
    const orphaned = callers.some(({ pid, identity }) => identityOf(pid) !== identity);
    if (orphaned) end(129);
  }, 500).unref();
}

let askedAt = 0;
async function end(code) {
  if (isStopping()) return;
  askedAt = Date.now();
  const gentle = ['start', 'dev'].includes(process.argv[2]); // these are meant to be ended so: no failure
  await stopEverything();
  process.exit(gentle ? 0 : code);
}

function killEverything() {
  for (const { pid } of running) signalGroup(pid, 'SIGKILL');
  process.exit(1); // the database's supervisor notices
}

/** Our parent and, when that is only the shell that `npm start` runs us in, npm itself. */
function callerPids() {
  const parent = process.ppid;
  const above = process.env.npm_execpath ? parentOf(parent) : 0;
  return above > 1 && /\bnpm\b/.test(commandOf(above)) ? [parent, above] : [parent];
}

async function stopGroup(pid, ended) {
  if (!pid) return;
  // The leader only: it passes the signal on to its own, and programs take a second one for "at once".
  signalLeader(pid);
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(timer);
}

function signalLeader(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It ended by itself.
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

function tellReaper(line) {
  reaper ??= startReaper();
  reaper.stdin.write(`${line}\n`);
}

function startReaper() {
  const script = fileURLToPath(new URL('./reaper.mjs', import.meta.url));
  const started = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  started.stdin.on('error', () => {});
  started.unref();
  return started;
}
