import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';

/** Where people write about people: searched for the name and address of somebody who is erased. */
export const OTHERS_WORDS = {
  idempotency_key: ['response'],
  import_batch: ['file_name', 'sheet', 'mapping', 'decisions', 'report'],
  member: ['headline', 'about', 'boundaries'],
  next_step: ['words'],
  offer: ['note'],
  outbox: ['payload', 'last_error'],
  pairing: ['end_reason_note'],
  pairing_note: ['body'],
  program: ['description', 'agreement_text'],
  request: ['note'],
  round: ['snapshot'],
  separation: ['why'],
  wish: ['line'],
} as const;

/** Kept as jsonb: searched and replaced as its text. */
const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'import_batch.mapping',
  'import_batch.decisions',
  'import_batch.report',
  'outbox.payload',
]);

/**
 * Puts `instead` in place of a name and an address wherever others wrote them, in this agency.
 * @param pattern see `patternOf`; the rows it does not find are not written
 */
export const renameInWords = async (tx: Tx, pattern: string, instead: string): Promise<void> => {
  const replacement = instead.replaceAll('\\', '\\\\');
  for (const [table, columns] of Object.entries(OTHERS_WORDS)) {
    for (const column of columns) {
      const isJson = JSON_COLUMNS.has(`${table}.${column}`);
      const text: SQL = isJson ? sql`${sql.identifier(column)}::text` : sql`${sql.identifier(column)}`;
      const renamed = sql`regexp_replace(${text}, ${pattern}, ${replacement}, 'gi')`;
      await tx.orm.execute(sql`
        update ${sql.identifier(table)} set ${sql.identifier(column)} = ${isJson ? sql`(${renamed})::jsonb` : renamed}
        where agency_id = ${tx.agencyId} and ${text} ~* ${pattern}`);
    }
  }
};
