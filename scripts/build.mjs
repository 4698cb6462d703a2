// Builds the server and the web app; turbo skips what has not changed since it was last built.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { explained, root } from './environment.mjs';
import { during } from './progress.mjs';

const RESULTS = { '@trellis/server': 'apps/server/dist/main.js', '@trellis/web': 'apps/web/dist/index.html' };

/** Builds the given workspaces (server and web by default). Throws with the tools' output when that fails. */
export async function build(workspaces = Object.keys(RESULTS)) {
  const filters = workspaces.map((name) => `--filter=${name}`);
  const { code, output } = await during('Building', () =>
    runQuietly('turbo', ['run', 'build', '--output-logs=new-only', '--ui=stream', ...filters]),
  );
  // Where turbo finds nothing it can run, it is content: look at what should be there.
  const missing = workspaces.map((name) => RESULTS[name]).filter((path) => !existsSync(join(root, path)));
  if (code !== 0 || missing.length > 0) throw explained(`${output}\nThe build failed (see above).`);
}
