import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { broke } from '@trellis/db/constraint-errors';
import { findMembers } from '@trellis/db/members';
import {
  bringBackPairing,
  type Moved,
  type SeenPairing,
  decidePairings as savePairings,
} from '@trellis/db/pairing-decisions';
import { findPairings, type Pairing } from '@trellis/db/pairings';
import { lockOfferSeats, lockRequestSeats } from '@trellis/db/seats';
import { deleteSeparation, insertSeparations, listSeparations } from '@trellis/db/separations';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId, SeparationId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import { mayMove, partiesOf, TRANSITIONS } from '@trellis/domain/pairings/transitions';
import type { DecidedView } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

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
      const own = before.some((one) => one.menteeId === actor.memberId || one.mentorId === actor.memberId);
      if (own) return refuse('forbidden', {});
      const parties = partiesOf(actor.roles, null);
      const legal = input.pairings.filter(({ pairingId }) =>
        mayMove(before.find(({ id }) => id === pairingId)!.status, input.to, parties),
      );
      if (input.to === 'suggested') await rejoin(tx, before);
      const back = input.to === 'suggested' ? legal.filter((one) => isAside(before, one.pairingId)) : [];
      const moved = [
        ...(await savePairings(
          tx,
          legal.filter((one) => !back.includes(one)),
          { from: TRANSITIONS[input.to].from, to: input.to, why: input.why },
          now,
        )),
        ...(await bringBack(tx, before, back, now)),
      ];
      const movedIds = new Set(moved.map(({ pairingId }) => pairingId));
      const through = before.filter(({ id }) => movedIds.has(id));
      if (input.to === 'ruled_out') await keepApart(tx, deps, through, input.why, now);
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
      return accept({ moved: [...moved], lost: await tellLost(tx, input, movedIds) });
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
    if (broke(error, 'pairing_separated')) return refuse('separated', { mentee: '', mentor: '' });
    throw error;
  }
};

const isAside = (pairings: readonly Pairing[], pairingId: string): boolean => {
  const status = pairings.find(({ id }) => id === pairingId)?.status;
  return status === 'dismissed' || status === 'ruled_out';
};

/** Each comes back on the lowest seats that are free by now; one whose seats were given away stays where it is. */
const bringBack = async (
  tx: Tx,
  pairings: readonly Pairing[],
  seen: readonly SeenPairing[],
  now: Instant,
): Promise<readonly Moved[]> => {
  const moved: Moved[] = [];
  for (const one of seen) {
    const pairing = pairings.find(({ id }) => id === one.pairingId)!;
    const requestSeats = await lockRequestSeats(tx, pairing.requestId);
    const offerSeats = await lockOfferSeats(tx, pairing.offerId);
    if (!requestSeats?.free || !offerSeats?.free) continue;
    const back = await bringBackPairing(
      tx,
      one,
      { requestSeat: requestSeats.free, offerSeat: offerSeats.free },
      now,
    );
    if (back) moved.push(back);
  }
  return moved;
};

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

/** Taking a ruling out back lets the two meet again. */
const rejoin = async (tx: Tx, pairings: readonly Pairing[]): Promise<void> => {
  const ruledOut = new Set(pairings.filter(({ status }) => status === 'ruled_out').map(({ id }) => id));
  if (ruledOut.size === 0) return;
  for (const separation of await listSeparations(tx)) {
    if (separation.pairingId !== null && ruledOut.has(separation.pairingId))
      await deleteSeparation(tx, separation.id);
  }
};

const coupleOf = ({ memberA, memberB }: { readonly memberA: MemberId; readonly memberB: MemberId }): string =>
  [memberA, memberB].sort().join(' ');

/** What became of those somebody else was faster with, and who that was. */
const tellLost = async (
  tx: Tx,
  input: DecidePairings,
  moved: ReadonlySet<string>,
): Promise<DecidedView['lost']> => {
  const ids = input.pairings.map(({ pairingId }) => pairingId).filter((id) => !moved.has(id));
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
    now: one.status,
    by: one.decidedBy ? (nameOf.get(one.decidedBy) ?? null) : null,
  }));
};
