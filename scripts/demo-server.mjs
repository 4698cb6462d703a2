// The whole system on an empty throw-away database with the demo agency, on a free port: what the browser tests
// run against. Prints `ready <address>` once it answers; ends when its input closes. Needs a build.
import { createServer } from 'node:net';
import { startTestPostgres } from '../packages/db/embedded/embedded.mjs';
import { atTheEnd, exitWhenAskedTo, startChild, stopEverything } from './children.mjs';

const WAIT_MS = 90_000;

exitWhenAskedTo();
const postgres = await startTestPostgres();
atTheEnd(() => postgres.stop());
const port = await freePort();
const address = `http://localhost:${port}`;
const server = startChild(process.execPath, ['--enable-source-maps', 'apps/server/dist/main.js'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    TRELLIS_AUTH_SECRET: 'only-for-browser-tests-0123456789abcdef',
    PORT: String(port),
    NODE_ENV: 'production',
    TRELLIS_WEB_DIR: 'apps/web/dist',
    TRELLIS_SEED_DEMO: '1',
    // One browser signs in far more often here than one person ever would.
    TRELLIS_RATE_LIMIT: 'off',
  },
});
server.ended.then(() => finish(1));
process.stdin.on('end', () => finish(0)).resume();

for (const end = Date.now() + WAIT_MS; !(await answers()); ) {
  if (Date.now() > end) await finish(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
console.log(`ready ${address}`);

async function answers() {
  try {
    return (await fetch(`${address}/health`)).ok;
  } catch {
    return false;
  }
}

async function finish(code) {
  await stopEverything();
  process.exit(code);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}
