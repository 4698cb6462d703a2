// Builds the server and the web app; turbo skips what has not changed since it was last built.
import { runQuietly } from './children.mjs';
import { explained } from './environment.mjs';
import { during } from './progress.mjs';

/** Builds the given workspaces (all by default). Throws with the tools' output when that fails. */
export async function build(...workspaces) {
  const filters = workspaces.map((name) => `--filter=${name}`);
  const { code, output } = await during('Building', () =>
    runQuietly('turbo', ['run', 'build', '--output-logs=new-only', '--ui=stream', ...filters]),
  );
  if (code !== 0) throw explained(`${output}\nThe build failed (see above).`);
}
