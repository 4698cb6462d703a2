import { readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';

test('the migrations make the tables of the schema, nothing is left to generate', async () => {
  const folder = new URL('./schema/', import.meta.url);
  const modules = await Promise.all(
    readdirSync(folder).map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>),
  );
  const snapshots = new URL('../migrations/meta/', import.meta.url);
  const latest = readdirSync(snapshots)
    .filter((file) => file.endsWith('_snapshot.json'))
    .sort()
    .at(-1)!;
  const migrated = JSON.parse(readFileSync(new URL(latest, snapshots), 'utf8'));
  const wanted = generateDrizzleJson(Object.assign({}, ...modules), migrated.id);
  expect(await generateMigration(migrated, wanted)).toEqual([]);

  delete migrated.tables['public.wish'].columns.line;
  expect(await generateMigration(migrated, wanted)).toEqual(['ALTER TABLE "wish" ADD COLUMN "line" text;']);
});
