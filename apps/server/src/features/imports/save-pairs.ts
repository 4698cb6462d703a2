import type { AuditLine } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { insertPairings } from '@trellis/db/pairings';
import type { ImportId, PairingId, ProgramId } from '@trellis/domain/ids';
import type { PairsPlan } from '@trellis/domain/imports/plan-pairs';
import type { Instant } from '@trellis/domain/time';

/** Writes pairs that were decided elsewhere: approved, and published by staff like any other. */
export const savePairs = async (
  tx: Tx,
  importId: ImportId,
  programId: ProgramId,
  plan: PairsPlan,
  nextId: () => string,
  now: Instant,
): Promise<readonly AuditLine[]> => {
  const written = plan.rows.flatMap(({ outcome, write }) =>
    write === null ? [] : [{ ...write, id: nextId() as PairingId, line: outcome.line }],
  );
  await insertPairings(
    tx,
    written.map(({ line: _, ...seats }) => ({
      ...seats,
      programId,
      roundId: null,
      status: 'approved',
      origin: 'import',
      fit: null,
      trust: null,
      reach: null,
      evidence: null,
      reasons: { mentee: [], mentor: [], staff: [] },
    })),
    now,
  );
  return written.map(({ id, line }) => ({
    action: 'pairing.imported',
    subjectKind: 'pairing',
    subjectId: id,
    detail: { importId, line },
  }));
};
