import { cpSync, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/**
 * The production bundle: one file per role (`src/*.ts` with a name below) and per worker thread
 * (`*-thread.ts`), all flat in `dist`, so that `new URL('./match-thread.js', import.meta.url)` finds a thread
 * from wherever its starter was bundled to. Workspace packages are inlined, because Node does not run
 * TypeScript inside node_modules; everything else stays in node_modules.
 */
export default defineConfig({
  plugins: [copyMigrations()],
  ssr: { noExternal: [/^@trellis\//] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(entries().map((path) => [basename(path, '.ts'), join(here, path)])),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

function entries(): string[] {
  const roles = ['src/main.ts', 'src/worker.ts', 'src/cli.ts'].filter((path) => existsSync(join(here, path)));
  const threads = readdirSync(join(here, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-thread.ts'))
    .map((path) => join('src', path));
  return [...roles, ...threads];
}

/** The SQL files are read at run time: they lie beside the bundle as `migrations`. */
function copyMigrations(): Plugin {
  const migrations = join(here, '../../packages/db/migrations');
  return {
    name: 'copy-migrations',
    writeBundle({ dir }) {
      const beside = join(dir ?? join(here, 'dist'), 'migrations');
      if (existsSync(migrations)) cpSync(migrations, beside, { recursive: true });
    },
  };
}
