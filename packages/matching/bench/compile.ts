import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const home = join(import.meta.dirname, '..');
/** Inside node_modules, so that the packages compared with are found from there. */
const folder = join(home, 'node_modules', '.bench');

/**
 * Compiles the programs that are measured to plain JavaScript, so that neither a loader's time nor its memory
 * counts; answers the folder that holds them.
 */
export function compilePrograms(): string {
  rmSync(folder, { recursive: true, force: true });
  const compiler = spawnSync(
    join(home, 'node_modules', '.bin', 'tsc'),
    ['-p', join(import.meta.dirname, 'tsconfig.json'), '--outDir', folder],
    { encoding: 'utf8' },
  );
  if (compiler.status !== 0) throw new Error(`tsc failed:\n${compiler.stdout}${compiler.stderr}`);
  return join(folder, 'bench');
}
