import type { ImportId, MemberId, ProgramId } from '@trellis/domain/ids';
import {
  IMPORT_KINDS,
  IMPORT_STATUSES,
  type ImportKind,
  type ImportStatus,
} from '@trellis/domain/imports/kinds';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { member } from './members.ts';
import { program } from './programs.ts';

/** One sheet on its way in: what it holds, how its columns were read, what was decided, what came of it. */
export const importBatch = pgTable(
  'import_batch',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<ImportId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>(),
    kind: text('kind').$type<ImportKind>().notNull(),
    status: text('status').$type<ImportStatus>().notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file, hex: the same file is recognized. */
    fileHash: text('file_hash').notNull(),
    rowCount: integer('row_count').notNull(),
    /** The cells as JSON text until applied or discarded, then null: personal data is not kept twice. */
    sheet: text('sheet'),
    mapping: jsonb('mapping').$type<unknown>(),
    decisions: jsonb('decisions').$type<unknown>(),
    report: jsonb('report').$type<unknown>(),
    createdBy: uuid('created_by').$type<MemberId>(),
    createdAt: instant('created_at').notNull(),
    appliedAt: instant('applied_at'),
  },
  (t) => [
    primaryKey({ name: 'import_batch_pkey', columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'import_batch_program_fkey',
      columns: [t.agencyId, t.programId],
      foreignColumns: [program.agencyId, program.id],
    }),
    foreignKey({
      name: 'import_batch_created_by_fkey',
      columns: [t.agencyId, t.createdBy],
      foreignColumns: [member.agencyId, member.id],
    }),
    index('import_batch_created_idx').on(t.agencyId, t.createdAt),
    oneOf('import_batch_kind_check', t.kind, IMPORT_KINDS),
    oneOf('import_batch_status_check', t.status, IMPORT_STATUSES),
  ],
);
