import { join } from 'node:path';
import { startChild } from './children.mjs';
import { claimData, findDataFolder, openDatabase } from './database.mjs';
import { root } from './environment.mjs';
import { install } from './install.mjs';
import { say } from './progress.mjs';
import { requireFree, untilOneEnds, wantedPort } from './start.mjs';

/** `npm run dev`: both sides reload as files change. The web on PORT (3000), the server one above it. */
export async function dev() {
  const port = wantedPort();
  const folder = findDataFolder();
  const lock = claimData(folder, { verb: 'dev', port });
  await requireFree(port);
  await requireFree(port + 1);
  await install();
  const database = await openDatabase(folder, lock);
  const server = startChild('tsx', ['watch', '--clear-screen=false', 'src/main.ts'], {
    cwd: join(root, 'apps', 'server'),
    env: {
      ...database.env,
      PORT: String(port + 1),
      NODE_ENV: 'development',
      TRELLIS_SEED_DEMO: process.env.TRELLIS_SEED_DEMO ?? '1',
    },
  });
  await untilHealthy(port + 1, server.ended);
  const web = startChild('vite', ['--port', String(port), '--strictPort', '--clearScreen', 'false'], {
    cwd: join(root, 'apps', 'web'),
    env: { TRELLIS_DEV_SERVER: `http://127.0.0.1:${port + 1}` },
  });
  say(`The web app is on http://localhost:${port}, the server on port ${port + 1}. Ctrl-C ends both.`);
  return untilOneEnds(Promise.race([server.ended, web.ended]), database.ended);
}

/**
 * Waits until the server answers, half a minute at most: a page opened before would only show that it does not.
 * A server that fails to start does not keep the web side from starting; it tries again when a file changes.
 */
async function untilHealthy(port, ended) {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (const end = Date.now() + 30_000; Date.now() < end && !over; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
