import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { findMembers } from '@trellis/db/members';
import { decidePairings } from '@trellis/db/pairing-decisions';
import { findPairings, insertPairings } from '@trellis/db/pairings';
import { findProgram } from '@trellis/db/programs';
import { lockOfferSeats, lockRequestSeats } from '@trellis/db/seats';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { isWaivable } from '@trellis/domain/fit/broken-rules';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { Move } from '@trellis/domain/pairings/inputs';
import type { PairingOrigin } from '@trellis/domain/pairings/statuses';
import { TRANSITIONS } from '@trellis/domain/pairings/transitions';
import type { DecidedView } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { scalesFor } from './weigh-pairs.ts';

export type MoveRefusal = Refusal<
  'not_found' | 'forbidden' | 'conflict' | 'no_room' | 'already_paired' | 'rule_broken' | 'separated'
>;

/**
 * Frees the seats that are left, then fills the wanted ones with new suggestions, weighed by today's profiles: all of
 * it, or nothing. Rows are locked in the order of the moves, requests before offers.
 */
export const applyMoves = async (
  deps: Pick<Deps, 'clock' | 'ids' | 'zones'>,
  actor: Acting,
  tx: Tx,
  wanted: {
    readonly programId: ProgramId;
    readonly moves: readonly Move[];
    readonly origin: PairingOrigin;
    readonly waive: boolean;
  },
  now: Instant,
): Promise<Decision<DecidedView, MoveRefusal>> => {
  const { programId, moves } = wanted;
  const program = await findProgram(tx, programId);
  if (!program) return refuse('not_found', { what: 'program' });
  const leaving = moves.flatMap(({ leaves }) => (leaves ? [leaves] : []));
  const left = await findPairings(
    tx,
    leaving.map(({ pairingId }) => pairingId),
  );
  const strangers = left.length !== leaving.length || left.some((one) => one.programId !== programId);
  if (strangers) return refuse('not_found', { what: 'pairing' });
  if (left.some(({ mentorId, menteeId }) => mentorId === actor.memberId || menteeId === actor.memberId)) {
    return refuse('forbidden', {});
  }
  const step = { from: TRANSITIONS.dismissed.from, to: 'dismissed' as const, reasonCode: 'swapped' };
  const freed = await decidePairings(tx, leaving, step, now);
  if (freed.length !== leaving.length) {
    const gone = left.find(({ id }) => !freed.some(({ pairingId }) => pairingId === id));
    return refuse('conflict', { what: 'pairing', now: gone?.status ?? 'gone' });
  }
  const scales = await scalesFor(deps, tx, program);
  const made: { id: PairingId; requestId: Move['requestId']; offerId: NonNullable<Move['offerId']> }[] = [];
  for (const { requestId, offerId } of moves) {
    if (offerId === null) continue;
    const weighed = scales.weigh(requestId, offerId);
    if (!weighed) return refuse('not_found', { what: 'request' });
    const mentee = weighed.request.profile;
    const mentor = weighed.offer.profile;
    if (mentor.memberId === actor.memberId || mentee.memberId === actor.memberId)
      return refuse('forbidden', {});
    const names = { mentee: mentee.displayName, mentor: mentor.displayName };
    if (weighed.broken.some(({ rule }) => rule === 'separated')) return refuse('separated', names);
    const hard = weighed.broken.filter(({ rule }) => !(wanted.waive && isWaivable(rule)));
    if (hard.length > 0) return refuse('rule_broken', { rules: hard.map(({ rule }) => rule) });
    const members = await findMembers(tx, [mentee.memberId, mentor.memberId]);
    if (members.some(({ status }) => status !== 'active'))
      return refuse('conflict', { what: 'member', now: 'away' });
    const requestSeats = await lockRequestSeats(tx, requestId);
    if (!requestSeats?.free) return refuse('already_paired', { requestId, mentee: names.mentee });
    const offerSeats = await lockOfferSeats(tx, offerId);
    if (!offerSeats?.free) {
      const capacity = offerSeats?.seats ?? null;
      return refuse('no_room', { offerId, mentor: names.mentor, capacity, held: offerSeats?.held ?? 0 });
    }
    const { fit, trust, reach, evidence } = weighed.fit;
    const id = deps.ids.next() as PairingId;
    await insertPairings(
      tx,
      [
        {
          id,
          programId,
          roundId: left.find((one) => one.requestId === requestId)?.roundId ?? null,
          requestId,
          requestSeat: requestSeats.free,
          offerId,
          offerSeat: offerSeats.free,
          status: 'suggested',
          origin: wanted.origin,
          ...{ fit, trust, reach, evidence },
          reasons: weighed.reasons,
        },
      ],
      now,
    );
    made.push({ id, requestId, offerId });
  }
  await announce(tx, 'pairing', programId);
  await appendAudits(tx, [
    ...left.map((one) => ({
      action: 'pairing.dismissed',
      subjectKind: 'pairing',
      subjectId: one.id,
      detail: { by: wanted.origin, from: one.status },
    })),
    ...made.map(({ id, requestId, offerId }) => ({
      action: 'pairing.suggested',
      subjectKind: 'pairing',
      subjectId: id,
      detail: { origin: wanted.origin, requestId, offerId, waive: wanted.waive },
    })),
  ]);
  return accept({ moved: [...freed, ...made.map(({ id }) => ({ pairingId: id, version: 1 }))], lost: [] });
};
