import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** PostgreSQL takes at most 65,535 parameters; our widest table has 31 columns. */
const ROWS_PER_INSERT = 1000;

/** Runs one insert per thousand rows; nothing at all for no rows. */
export const inChunks = async <T>(
  rows: readonly T[],
  insert: (chunk: T[]) => PromiseLike<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await insert(rows.slice(from, from + ROWS_PER_INSERT));
  }
};

/** `column` is one of these uuids; a single parameter however many there are. */
export const amongIds = (column: AnyPgColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(string_to_array(${ids.join(',')}, ',')::uuid[])`;

/** `column` is one of these texts; a single parameter however many there are. */
export const amongTexts = (column: AnyPgColumn | SQL, values: readonly string[]): SQL =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** Rows by the value of one of their columns, order kept. */
export const groupBy = <K, V>(rows: readonly V[], keyOf: (row: V) => K): ReadonlyMap<K, V[]> => {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};
