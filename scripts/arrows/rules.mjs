// Who may import whom (docs/architecture.md). Everything not allowed here is forbidden: rules name what a room
// may use, so that a new room or a new path is closed until somebody opens it.

const TESTS = '(\\.test\\.tsx?$|/testing|/bench/|vitest\\.config\\.ts$)';
const npm = (...names) => names.map((name) => `node_modules/${name}/`);
const BENCH = '^packages/matching/bench/';
const BESIDE_SQL = '^packages/matching/bench/sql[a-z-]*\\.ts$';
const TEST_TOOLS = npm('vitest', 'fast-check');

/** Modules of `from` may import what matches `to`, nothing else. Core modules are written `node`. */
function room(name, comment, { path, pathNot, to, node = false }) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path, ...(pathNot && { pathNot }) },
    to: { pathNot: to, ...(node && { dependencyTypesNot: ['core'] }) },
  };
}

/** A way that is closed although a room's list would open it. */
function closed(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

export const rules = [
  closed('resolves', 'An import that leads nowhere cannot be judged.', {}, { couldNotResolve: true }),
  closed(
    'declared',
    'A package may be imported only where its package.json names it.',
    { pathNot: TESTS },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),

  room('domain', 'domain knows zod and itself.', {
    path: '^packages/domain/src/',
    pathNot: TESTS,
    to: ['^packages/domain/src/', ...npm('zod')],
  }),
  room('domain-tests', 'Tests of domain need no platform either.', {
    path: `^packages/domain/.*${TESTS}`,
    to: ['^packages/domain/src/', ...npm('zod'), ...TEST_TOOLS],
    node: true,
  }),
  closed(
    'testing-stays-in-tests',
    'What helps tests is not part of the product.',
    { path: '^(apps|packages)/', pathNot: [TESTS, '^apps/e2e/'] },
    { path: '^(apps|packages)/.*/testing' },
  ),

  room('matching', 'matching knows domain and itself.', {
    path: '^packages/matching/src/',
    pathNot: TESTS,
    to: ['^packages/(matching|domain)/src/'],
  }),
  room('matching-tests', 'Tests of matching may use the platform and a second solver.', {
    path: `^packages/matching/.*${TESTS}`,
    to: ['^packages/(matching|domain)/src/', ...TEST_TOOLS, ...npm('highs', 'tsx')],
    node: true,
  }),
  room('matching-bench', 'Measurements of matching may use the platform and other solvers.', {
    path: BENCH,
    pathNot: BESIDE_SQL,
    to: [
      '^packages/(matching|domain)/src/',
      BENCH,
      ...npm('highs', 'linear-sum-assignment', 'min-cost-flow', 'munkres', 'tsx'),
    ],
    node: true,
  }),
  room(
    'matching-beside-sql',
    'The comparison with SQL may start an empty database, and knows none of our tables.',
    {
      path: BESIDE_SQL,
      to: [
        '^packages/(matching|domain)/src/',
        BENCH,
        '^packages/db/embedded/embedded\\.(d\\.mts|mjs)$',
        ...npm('postgres'),
      ],
      node: true,
    },
  ),
  room('solver', 'The solver sees numbers only: it imports nothing outside its folder.', {
    path: '^packages/matching/src/solver/',
    pathNot: TESTS,
    to: ['^packages/matching/src/solver/'],
  }),
  room('kernels', 'A kernel is numbers and addresses: it imports nothing outside its folder.', {
    path: '^packages/matching/kernels/([^/]+)/',
    to: ['^packages/matching/kernels/$1/'],
  }),

  room('db', 'db knows domain, SQL and itself.', {
    path: '^packages/db/',
    to: ['^packages/(db|domain)/', 'node_modules/'],
    node: true,
  }),
  closed(
    'schema-is-private',
    'Tables stay in db: others get rows shaped by its functions.',
    { pathNot: '^packages/db/' },
    { path: '^packages/db/(src/schema/|migrations/)' },
  ),
  closed(
    'starter-is-for-scripts',
    'The embedded database is started around the product, not by it.',
    { path: '^(apps|packages)/', pathNot: ['^packages/db/embedded/', TESTS] },
    { path: '^packages/db/embedded/' },
  ),

  room('server', 'The server knows domain, matching and db.', {
    path: '^apps/server/',
    to: ['^apps/server/', '^packages/(domain|matching|db)/', 'node_modules/'],
    node: true,
  }),
  closed(
    'sql-only-in-db',
    'SQL is spoken in packages/db.',
    { pathNot: ['^packages/db/', TESTS] },
    { path: 'node_modules/(drizzle-orm|postgres|pg)/' },
  ),
  closed(
    'features-of-the-server',
    'A feature never imports another one: a shared rule belongs to domain, shared rows to db.',
    { path: '^apps/server/src/features/([^/]+)/', pathNot: TESTS },
    { path: '^apps/server/src/features/', pathNot: '^apps/server/src/features/$1/' },
  ),

  room('web', 'The web app knows domain, and of the server the type of its router.', {
    path: '^apps/web/src/',
    pathNot: TESTS,
    to: ['^apps/web/src/', '^packages/domain/src/', '^apps/server/src/trpc/router\\.ts$', 'node_modules/'],
  }),
  room('web-tests', 'Tests of the web app may read files.', {
    path: `^apps/web/.*${TESTS}`,
    to: ['^apps/web/', '^packages/domain/src/', 'node_modules/'],
    node: true,
  }),
  closed(
    'router-as-type-only',
    'Server code in the browser bundle: import the router with `import type`.',
    { path: '^apps/web/' },
    { path: '^apps/server/', dependencyTypesNot: ['type-only'] },
  ),
  closed(
    'features-of-the-web',
    'A feature never imports another one: app/ composes them.',
    { path: '^apps/web/src/features/([^/]+)/', pathNot: TESTS },
    { path: '^apps/web/src/(features|app)/', pathNot: '^apps/web/src/features/$1/' },
  ),
  closed(
    'ui-is-dumb',
    'ui/ pieces know no noun, no page and no server.',
    { path: '^apps/web/src/ui/' },
    { path: '^apps/(web/src/(features|app|api)/|server/)' },
  ),

  room('e2e', 'Journeys see the running system, and domain/testing.', {
    path: '^apps/e2e/',
    to: ['^apps/e2e/', '^packages/domain/src/testing', 'node_modules/'],
    node: true,
  }),
  closed(
    'nobody-needs-e2e',
    'Nothing depends on the journeys.',
    { pathNot: '^apps/e2e/' },
    { path: '^apps/e2e/' },
  ),
];
