import type { MemberId, PairingId, SeparationId } from '@trellis/domain/ids';
import type { SeparationKind } from '@trellis/domain/pairings/separations';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { separation } from './schema/separations.ts';
import { inChunks } from './sets.ts';

/** Two members who are never proposed to each other; which of them is named first means nothing. */
export interface Separation {
  readonly id: SeparationId;
  readonly memberA: MemberId;
  readonly memberB: MemberId;
  readonly kind: SeparationKind;
  /** Staff only. */
  readonly why: string | null;
  /** The pairing that was ruled out, where there was one. */
  readonly pairingId: PairingId | null;
  readonly createdBy: MemberId | null;
  readonly createdAt: Instant;
}

export type NewSeparation = Omit<Separation, 'createdBy' | 'createdAt'>;

/**
 * Keeps pairs of members apart, in the name of who acts.
 * Broken rules: `separation_pair_key` (known already, of this kind), `separation_live_pairing` (at commit: the two
 * have a live pairing).
 */
export const insertSeparations = (
  tx: Tx,
  separations: readonly NewSeparation[],
  now: Instant,
): Promise<void> =>
  inChunks(separations, (chunk) =>
    tx.orm.insert(separation).values(
      chunk.map(({ id, memberA, memberB, kind, why, pairingId }) => ({
        agencyId: tx.agencyId,
        id,
        ...inOrder(memberA, memberB),
        kind,
        why,
        pairingId,
        createdBy: tx.actorId,
        createdAt: now,
      })),
    ),
  );

const inOrder = (a: MemberId, b: MemberId) =>
  a < b ? { lowMemberId: a, highMemberId: b } : { lowMemberId: b, highMemberId: a };

/** Lets two members meet again; false when it was gone already. */
export const deleteSeparation = async (tx: Tx, id: SeparationId): Promise<boolean> => {
  const rows = await tx.orm
    .delete(separation)
    .where(and(eq(separation.agencyId, tx.agencyId), eq(separation.id, id)))
    .returning({ id: separation.id });
  return rows.length > 0;
};

export const findSeparation = async (read: Read, id: SeparationId): Promise<Separation | null> => {
  const [row] = await read.orm
    .select()
    .from(separation)
    .where(and(eq(separation.agencyId, read.agencyId), eq(separation.id, id)));
  return row ? toSeparation(row) : null;
};

/** Every pair of the agency that is kept apart, oldest first. */
export const listSeparations = async (read: Read): Promise<readonly Separation[]> => {
  const rows = await read.orm
    .select()
    .from(separation)
    .where(eq(separation.agencyId, read.agencyId))
    .orderBy(asc(separation.createdAt), asc(separation.id));
  return rows.map(toSeparation);
};

const toSeparation = ({
  agencyId: _,
  lowMemberId,
  highMemberId,
  ...row
}: typeof separation.$inferSelect): Separation => ({ ...row, memberA: lowMemberId, memberB: highMemberId });
