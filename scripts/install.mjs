// Brings node_modules in step with the lockfile; a second call finds its own stamp and does nothing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { explained, packageManager, root } from './environment.mjs';
import { during } from './progress.mjs';

const STAMP = join(root, 'node_modules', '.trellis-installed');

/** Installs what the lockfile says when node_modules is not already so. */
export async function install() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  let progress = '';
  const { code, output } = await during(
    'Installing packages',
    () =>
      runQuietly(
        'npx',
        ['--yes', packageManager(), 'install', '--frozen-lockfile', '--reporter=append-only'],
        {
          // npm's settings (registry, proxy, cache) are kept for this call: it is npm that fetches pnpm. With
          // NODE_ENV=production the build tools would be left out; CI answers what pnpm might ask.
          env: { ...npmSettings(), NODE_ENV: 'development', CI: 'true' },
          onLine: (line) => {
            const found = /Progress: resolved (\d+).*added (\d+)/.exec(line);
            if (found) progress = `${found[2]} of ${found[1]} packages`;
          },
        },
      ),
    () => progress,
  );
  if (code !== 0)
    throw explained(`${output}\nInstalling the packages failed (exit code ${code}, see above).`);
  writeFileSync(STAMP, wanted);
}

function npmSettings() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => /^npm_config_/i.test(name)));
}

/** Everything an install depends on: the lockfile, the catalog, each package.json, Node and the platform. */
function fingerprint() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
  for (const folder of ['apps', 'packages']) {
    for (const name of readdirSync(join(root, folder)).sort()) files.push(join(folder, name, 'package.json'));
  }
  const hash = createHash('sha256').update(
    `${process.platform} ${process.arch} ${process.versions.modules} ${root}\n`,
  );
  for (const file of files) if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
