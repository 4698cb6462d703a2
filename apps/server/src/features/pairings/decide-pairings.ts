import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { broke } from '@trellis/db/constraint-errors';
import { findMembers } from '@trellis/db/members';
import { decidePairings as savePairings } from '@trellis/db/pairing-decisions';
import { type Couple, findPairings, type Pairing } from '@trellis/db/pairings';
import { insertSeparations, listSeparations } from '@trellis/db/separations';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { PairingId, SeparationId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import { mayMove, type Party, partiesOf, TRANSITIONS } from '@trellis/domain/pairings/transitions';
import type { DecidedView, LostBecause } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { takeOffBoards } from '../../take-off-boards.ts';
import { writeOnce } from '../../write-once.ts';
import { bringBack } from './bring-back.ts';

/**
 * Approves, dismisses, rules out, or takes such a decision back, for one or many. Each pairing moves only if it is
 * still what the screen saw; those where somebody else was faster are named with what became of them, and the others go
 * through. A pairing of one's own is left to colleagues.
 */
export const decidePairings = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: DecidePairings,
): Promise<
  Decision<DecidedView, Refusal<'not_found' | 'forbidden' | 'conflict' | 'separated' | 'key_reused'>>
> => {
  let first = { mentee: '', mentor: '' };
  try {
    return await writeOnce(deps, actor, async (tx, now) => {
      const before = await findPairings(
        tx,
        input.pairings.map(({ pairingId }) => pairingId),
      );
      if (
        before.length !== input.pairings.length ||
        before.some(({ programId }) => programId !== input.programId)
      ) {
        return refuse('not_found', { what: 'pairing' });
      }
      if (before[0]) first = { mentee: before[0].mentee, mentor: before[0].mentor };
      const own = before.some((one) => one.menteeId === actor.memberId || one.mentorId === actor.memberId);
      if (own) return refuse('forbidden', {});
      const parties = partiesOf(actor.roles, null);
      const statusOf = new Map(before.map(({ id, status }) => [id, status]));
      const legal = input.pairings.filter(({ pairingId }) =>
        mayMove(statusOf.get(pairingId)!, input.to, parties),
      );
      const back =
        input.to === 'suggested' ? legal.filter((one) => isAside(statusOf.get(one.pairingId))) : [];
      const broughtBack = await bringBack(tx, before, back, now);
      const moved = [
        ...(await savePairings(
          tx,
          legal.filter((one) => !back.includes(one)),
          { from: TRANSITIONS[input.to].from, to: input.to, why: input.why },
          now,
        )),
        ...broughtBack.moved,
      ];
      const movedIds = new Set(moved.map(({ pairingId }) => pairingId));
      const through = before.filter(({ id }) => movedIds.has(id));
      if (input.to === 'ruled_out') {
        const couples = through.map(({ menteeId, mentorId }) => ({ memberA: menteeId, memberB: mentorId }));
        await keepApart(tx, deps, through, input.why, now);
        const taken = await takeOffBoards(tx, couples, input.why, now);
        if (!taken.ok) return taken;
      }
      await announce(tx, 'pairing', input.programId);
      await appendAudits(
        tx,
        through.map((one) => ({
          action: `pairing.${input.to}`,
          subjectKind: 'pairing',
          subjectId: one.id,
          why: input.why,
          detail: { from: one.status, requestId: one.requestId, offerId: one.offerId },
        })),
      );
      const lost = await tellLost(tx, input, movedIds, { parties, apart: broughtBack.apart });
      return accept({ moved, lost });
    });
  } catch (error) {
    if (
      broke(
        error,
        'pairing_request_seat_key',
        'pairing_offer_seat_key',
        'pairing_couple_key',
        'pairing_capacity',
      )
    ) {
      return refuse('conflict', { what: 'seat', now: 'taken' });
    }
    if (broke(error, 'pairing_separated')) return refuse('separated', first);
    if (broke(error, 'separation_live_pairing')) return refuse('conflict', { what: 'pairing', now: 'live' });
    throw error;
  }
};

const isAside = (status: PairingStatus | undefined): boolean =>
  status === 'dismissed' || status === 'ruled_out';

/** Ruling out is for these two people, in every program, from now on. */
const keepApart = async (
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  pairings: readonly Pairing[],
  why: string | null,
  now: Instant,
): Promise<void> => {
  const known = new Set((await listSeparations(tx)).filter(({ kind }) => kind === 'ruled_out').map(coupleOf));
  const fresh = pairings.filter(
    (one) => !known.has(coupleOf({ memberA: one.menteeId, memberB: one.mentorId })),
  );
  await insertSeparations(
    tx,
    fresh.map((one) => ({
      id: deps.ids.next() as SeparationId,
      memberA: one.menteeId,
      memberB: one.mentorId,
      kind: 'ruled_out' as const,
      why,
      pairingId: one.id,
    })),
    now,
  );
};

const coupleOf = ({ memberA, memberB }: Couple): string => [memberA, memberB].sort().join(' ');

/** What became of those that did not move: why not, where they stand now, and by whom. */
const tellLost = async (
  tx: Tx,
  input: DecidePairings,
  moved: ReadonlySet<string>,
  why: { readonly parties: readonly Party[]; readonly apart: ReadonlySet<PairingId> },
): Promise<DecidedView['lost']> => {
  const seen = new Map(input.pairings.map(({ pairingId, version }) => [pairingId, version]));
  const ids = [...seen.keys()].filter((id) => !moved.has(id));
  if (ids.length === 0) return [];
  const now = await findPairings(tx, ids);
  const deciders = await findMembers(
    tx,
    now.flatMap(({ decidedBy }) => (decidedBy ? [decidedBy] : [])),
  );
  const nameOf = new Map(deciders.map(({ id, displayName }) => [id, displayName]));
  return now.map((one) => ({
    pairingId: one.id,
    mentee: one.mentee,
    mentor: one.mentor,
    because: becauseOf({
      changed: seen.get(one.id) !== one.version,
      apart: why.apart.has(one.id),
      legal: mayMove(one.status, input.to, why.parties),
    }),
    now: one.status,
    by: one.decidedBy ? (nameOf.get(one.decidedBy) ?? null) : null,
  }));
};

const becauseOf = (facts: {
  readonly changed: boolean;
  readonly apart: boolean;
  readonly legal: boolean;
}): LostBecause => {
  if (facts.changed) return 'changed';
  if (facts.apart) return 'kept_apart';
  return facts.legal ? 'seats_taken' : 'not_possible';
};
