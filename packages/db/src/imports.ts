import type { ImportId, MemberId, ProgramId } from '@trellis/domain/ids';
import type { ImportKind, ImportStatus } from '@trellis/domain/imports/kinds';
import type { Instant } from '@trellis/domain/time';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { importBatch } from './schema/imports.ts';

/** One sheet on its way in. `sheet`, `mapping`, `decisions` and `report` are domain's, as JSON. */
export interface ImportBatch {
  readonly id: ImportId;
  readonly programId: ProgramId | null;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly fileName: string;
  /** SHA-256 of the file, hex. */
  readonly fileHash: string;
  readonly rowCount: number;
  /** The cells as JSON text; null once applied or discarded. */
  readonly sheet: string | null;
  readonly mapping: unknown;
  readonly decisions: unknown;
  readonly report: unknown;
  readonly createdBy: MemberId | null;
  readonly createdAt: Instant;
  readonly appliedAt: Instant | null;
}

export const insertImport = async (
  tx: Tx,
  batch: Omit<ImportBatch, 'status' | 'report' | 'createdAt' | 'appliedAt' | 'createdBy'>,
  now: Instant,
): Promise<void> => {
  await tx.orm.insert(importBatch).values({
    agencyId: tx.agencyId,
    ...batch,
    status: 'mapping',
    createdBy: tx.actorId,
    createdAt: now,
  });
};

export const findImport = async (read: Read, id: ImportId): Promise<ImportBatch | null> => {
  const [row] = await read.orm
    .select()
    .from(importBatch)
    .where(and(eq(importBatch.agencyId, read.agencyId), eq(importBatch.id, id)));
  return row ? toBatch(row) : null;
};

/** As `findImport`; nobody else changes or applies it until this transaction ends. */
export const lockImport = async (tx: Tx, id: ImportId): Promise<ImportBatch | null> => {
  const [row] = await tx.orm
    .select()
    .from(importBatch)
    .where(and(eq(importBatch.agencyId, tx.agencyId), eq(importBatch.id, id)))
    .for('no key update');
  return row ? toBatch(row) : null;
};

/** Changes how a sheet is read, while it is still being looked at. False when it is not. */
export const saveImportChoices = async (
  tx: Tx,
  id: ImportId,
  choices: { readonly mapping?: unknown; readonly decisions?: unknown },
): Promise<boolean> => {
  const rows = await tx.orm
    .update(importBatch)
    .set(choices)
    .where(
      and(eq(importBatch.agencyId, tx.agencyId), eq(importBatch.id, id), eq(importBatch.status, 'mapping')),
    )
    .returning({ id: importBatch.id });
  return rows.length > 0;
};

/** Ends an import: applied with its report, or discarded. The cells are dropped either way. False when it had ended. */
export const finishImport = async (
  tx: Tx,
  id: ImportId,
  end: { readonly status: 'applied'; readonly report: unknown } | { readonly status: 'discarded' },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(importBatch)
    .set({ ...end, sheet: null, ...(end.status === 'applied' ? { appliedAt: now } : {}) })
    .where(
      and(eq(importBatch.agencyId, tx.agencyId), eq(importBatch.id, id), eq(importBatch.status, 'mapping')),
    )
    .returning({ id: importBatch.id });
  return rows.length > 0;
};

/** Discards uploads from before `until` that nobody applied, and their cells with them. Returns which. */
export const discardOldUploads = async (tx: Tx, until: Instant): Promise<readonly ImportId[]> => {
  const rows = await tx.orm
    .update(importBatch)
    .set({ status: 'discarded', sheet: null })
    .where(
      and(
        eq(importBatch.agencyId, tx.agencyId),
        eq(importBatch.status, 'mapping'),
        lt(importBatch.createdAt, until),
      ),
    )
    .returning({ id: importBatch.id });
  return rows.map(({ id }) => id);
};

/** The last import of exactly this file that was applied. */
export const findImportOfFile = async (read: Read, fileHash: string): Promise<ImportBatch | null> => {
  const [row] = await read.orm
    .select()
    .from(importBatch)
    .where(
      and(
        eq(importBatch.agencyId, read.agencyId),
        eq(importBatch.fileHash, fileHash),
        eq(importBatch.status, 'applied'),
      ),
    )
    .orderBy(desc(importBatch.appliedAt))
    .limit(1);
  return row ? toBatch(row) : null;
};

/** The last applied import of this kind whose mapping carries this signature of headers. */
export const findImportOfHeaders = async (
  read: Read,
  kind: ImportKind,
  signature: string,
): Promise<ImportBatch | null> => {
  const [row] = await read.orm
    .select()
    .from(importBatch)
    .where(
      and(
        eq(importBatch.agencyId, read.agencyId),
        eq(importBatch.kind, kind),
        eq(importBatch.status, 'applied'),
        sql`${importBatch.mapping}->>'signature' = ${signature}`,
      ),
    )
    .orderBy(desc(importBatch.appliedAt))
    .limit(1);
  return row ? toBatch(row) : null;
};

const toBatch = ({ agencyId: _, ...row }: typeof importBatch.$inferSelect): ImportBatch => row;
