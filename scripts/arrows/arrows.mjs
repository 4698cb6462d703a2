// Reads every import of the rooms and reports those the rules forbid.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { rules } from './rules.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'migrations', 'public', '.turbo', 'test-results']);

/**
 * Judges the checkout at `root` (absolute). Returns `{ modules, violations }`: how many source files were read,
 * and one `{ rule, from, to, comment }` for each forbidden import or file that could not be read.
 */
export async function judgeArrows(root) {
  const expected = ['apps', 'packages']
    .flatMap((room) => sources(join(root, room)))
    .map((path) => relative(root, path));
  const { output } = await cruise(
    ['apps', 'packages'],
    {
      baseDir: root,
      ruleSet: { forbidden: rules },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(apps|packages)/[^/]+/(dist|migrations)/' },
      tsPreCompilationDeps: 'specify', // sees `import type` and says so
      parser: 'tsc',
      combinedDependencies: false,
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['types', 'import', 'node', 'default'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      },
    },
    {},
  );
  const read = new Map(output.modules.map((module) => [module.source, module]));
  const violations = output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    comment: rules.find(({ name }) => name === rule.name)?.comment ?? '',
  }));
  // A reader that does not understand TypeScript sees no modules, or modules without imports, and finds nothing
  // to complain about. So every file must have been read, and its imports seen.
  for (const path of expected) {
    if (!understood(read.get(path), join(root, path))) {
      violations.push({
        rule: 'read',
        from: path,
        to: '',
        comment: 'This file or its imports were not read.',
      });
    }
  }
  for (const path of expected.filter(isNamedForNothing)) {
    violations.push({ rule: 'names', from: path, to: '', comment: 'Name it after the noun it serves.' });
  }
  if (expected.length === 0)
    violations.push({ rule: 'read', from: root, to: '', comment: 'No source file found.' });
  return { modules: expected.length, violations };
}

/** Barrels, and drawers for what has no place. */
function isNamedForNothing(path) {
  return /\/src\/(.*\/)?(index|utils?|helpers?|common|misc|shared|lib)(\/|\.tsx?$)/.test(path);
}

function understood(module, path) {
  if (!module) return false;
  return (
    module.dependencies.length > 0 || !/^(import|export)\s.*from\s+['"]/m.test(readFileSync(path, 'utf8'))
  );
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

if (process.argv[1] === import.meta.filename) {
  const { modules, violations } = await judgeArrows(process.cwd());
  for (const { rule, from, to, comment } of violations) {
    console.error(`${from}${to ? ` → ${to}` : ''}\n  ${rule}: ${comment}`);
  }
  console.log(`${modules} files read, ${violations.length} forbidden imports`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
