// One violation of each arrow: `[file to plant, its content, the rule that must name it]`.
const DOMAIN = 'packages/domain/src/planted';
const MATCHING = 'packages/matching/src/planted';
const SERVER = 'apps/server/src/planted';
const WEB = 'apps/web/src/planted';

const use = (path) => `import * as planted from '${path}';\nexport const used = planted;\n`;

export const planted = [
  [`${DOMAIN}/node.ts`, use('node:fs'), 'domain'],
  [`${DOMAIN}/undeclared.ts`, use('drizzle-orm'), 'resolves'],
  [`${DOMAIN}/db.ts`, use('../../../db/src/client.ts'), 'domain'],
  [`${DOMAIN}/matching.ts`, use('../../../matching/src/round-plan.ts'), 'domain'],
  [`${DOMAIN}/server.ts`, use('../../../../apps/server/src/planted/target.ts'), 'domain'],
  // Installed for the checkout's own tools, so that it resolves everywhere.
  [`${SERVER}/not-its-own.ts`, use('knip'), 'declared'],
  [`${DOMAIN}/nowhere.ts`, use('./does-not-exist.ts'), 'resolves'],
  [`${DOMAIN}/test-tool.ts`, use('fast-check'), 'domain'],
  [`${DOMAIN}/node.test.ts`, use('node:fs'), null],
  [`${DOMAIN}/db.test.ts`, use('../../../db/src/client.ts'), 'domain-tests'],
  [`${DOMAIN}/utils.ts`, 'export const anything = 1;\n', 'names'],
  [`${DOMAIN}/index.ts`, "export { anything } from './utils.ts';\n", 'names'],

  [`${MATCHING}/node.ts`, use('node:worker_threads'), 'matching'],
  [`${MATCHING}/db.ts`, use('../../../db/src/client.ts'), 'matching'],
  [`${MATCHING}/second-solver.ts`, use('highs'), 'matching'],
  [`${MATCHING}/second-solver.test.ts`, use('highs'), null],
  [`${MATCHING}/db.test.ts`, use('../../../db/src/client.ts'), 'matching-tests'],
  ['packages/matching/bench/planted-starter.ts', use('../../db/embedded/embedded.mjs'), 'matching-bench'],
  ['packages/matching/bench/planted-sql.ts', use('postgres'), 'matching-bench'],
  ['packages/matching/bench/sql-planted-starter.ts', use('../../db/embedded/embedded.mjs'), null],
  ['packages/matching/bench/sql-planted.ts', use('../../db/src/client.ts'), 'matching-beside-sql'],
  [`${MATCHING}/starter.ts`, use('../../../db/embedded/embedded.mjs'), 'matching'],
  ['packages/matching/src/solver/planted.ts', use('@trellis/domain/ids'), 'solver'],
  ['packages/matching/src/solver/planted-up.ts', use('../round-plan.ts'), 'solver'],
  ['packages/matching/kernels/solver/planted.ts', use('../../src/solver/kernel.ts'), 'kernels'],

  ['packages/db/src/planted-server.ts', use('../../../apps/server/src/planted/target.ts'), 'db'],
  ['packages/db/src/planted-matching.ts', use('../../matching/src/round-plan.ts'), 'db'],
  ['packages/db/src/planted-starter.ts', use('../embedded/embedded.mjs'), 'starter-is-for-scripts'],

  [`${SERVER}/target.ts`, 'export const target = 1;\n', null],
  [`${SERVER}/schema.ts`, use('../../../../packages/db/src/schema/members.ts'), 'schema-is-private'],
  [`${SERVER}/schema-door.ts`, use('@trellis/db/schema/members'), 'resolves'],
  [`${SERVER}/sql.ts`, use('drizzle-orm'), 'sql-only-in-db'],
  [`${SERVER}/solver-door.ts`, use('@trellis/matching/solver/assign'), 'resolves'],
  [`${SERVER}/testing.test.ts`, use('@trellis/db/testing'), null],
  [`${SERVER}/uses-testing.ts`, use('@trellis/db/testing'), 'testing-stays-in-tests'],
  [`${SERVER}/web.ts`, use('../../../web/src/planted/target.ts'), 'server'],
  ['apps/server/src/features/planted-a/target.ts', 'export const target = 1;\n', null],
  ['apps/server/src/features/planted-a/own.ts', use('./target.ts'), null],
  ['apps/server/src/features/planted-b/other.ts', use('../planted-a/target.ts'), 'features-of-the-server'],

  [`${WEB}/target.ts`, 'export const target = 1;\n', null],
  [`${WEB}/db.ts`, use('../../../../packages/db/src/client.ts'), 'web'],
  [`${WEB}/db-door.ts`, use('@trellis/db/client'), 'resolves'],
  [
    `${WEB}/table.ts`,
    "export type { member } from '../../../../packages/db/src/schema/members.ts';\n",
    'web',
  ],
  [`${WEB}/node.ts`, use('node:fs'), 'web'],
  [`${WEB}/node.test.ts`, use('node:fs'), null],
  [`${WEB}/db.test.ts`, use('../../../../packages/db/src/client.ts'), 'web-tests'],
  [`${WEB}/matching.ts`, use('../../../../packages/matching/src/round-plan.ts'), 'web'],
  [
    `${WEB}/server.ts`,
    "import type { target } from '../../../server/src/planted/target.ts';\nexport type T = typeof target;\n",
    'web',
  ],
  ['apps/server/src/trpc/router.ts', 'export type AppRouter = number;\nexport const appRouter = 1;\n', null],
  [
    `${WEB}/router-type.ts`,
    "import type { AppRouter } from '@trellis/server/router';\nexport type T = AppRouter;\n",
    null,
  ],
  [
    `${WEB}/router.ts`,
    "import { appRouter } from '@trellis/server/router';\nexport const used = appRouter;\n",
    'router-as-type-only',
  ],
  [
    `${WEB}/router-lazily.ts`,
    "export const used = () => import('@trellis/server/router');\n",
    'router-as-type-only',
  ],
  ['apps/web/src/features/planted-a/target.ts', 'export const target = 1;\n', null],
  ['apps/web/src/features/planted-b/other.ts', use('../planted-a/target.ts'), 'features-of-the-web'],
  ['apps/web/src/ui/planted.ts', use('../features/planted-a/target.ts'), 'ui-is-dumb'],

  ['apps/e2e/planted/domain.ts', use('@trellis/domain/ids'), 'e2e'],
  ['apps/e2e/planted/db.ts', use('../../../packages/db/src/client.ts'), 'e2e'],
  [`${SERVER}/journeys.ts`, use('../../../e2e/browser/chromium.ts'), 'nobody-needs-e2e'],
];

/** What lint must catch, where imports tell nothing: `[file, content, words of the diagnostic]`. */
export const plantedForLint = [
  [
    // Only the names are types here: the module itself would still be loaded.
    `${WEB}/router-inline.ts`,
    "import { type AppRouter } from '@trellis/server/router';\nexport type T = AppRouter;\n",
    'useImportType',
  ],
  [`${DOMAIN}/clock.ts`, 'export const now = Date.now();\n', 'The clock is passed in'],
  [`${DOMAIN}/random.ts`, 'export const dice = Math.random();\n', 'Randomness is passed in'],
  [
    `${MATCHING}/waits.ts`,
    'export const waits = async (what: PromiseLike<number>) => {\n  return await what;\n};\n',
    'are synchronous',
  ],
];
