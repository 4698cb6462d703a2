import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { lockMember } from '@trellis/db/members';
import { findOffer, lockOffer, setOfferStatus } from '@trellis/db/offers';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import { hasLeft } from '@trellis/domain/members/roles';
import type { MoveOffer, OfferRef } from '@trellis/domain/offers/inputs';
import { mayMoveOffer, type OfferMove, offerMovesFrom } from '@trellis/domain/offers/moves';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Opens an offer for the next round, rests it, closes it or takes it up again. Running pairings go on. */
export const moveOffer = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: MoveOffer,
): Promise<Decision<OfferRef, Refusal<'not_found' | 'conflict' | 'illegal_transition' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const named = await findOffer(tx, input.offerId);
    if (!named || !allows(actor, 'offers.change', named.memberId))
      return refuse('not_found', { what: 'offer' });
    const member = await lockMember(tx, named.memberId);
    const offer = (await lockOffer(tx, named.id)) ?? named;
    if (offer.status === input.to) return accept({ offerId: offer.id });
    if (!mayMoveOffer(offer.status, input.to)) {
      return refuse('illegal_transition', { from: offer.status, to: input.to });
    }
    if (offer.status === 'closed' && member && hasLeft(member.status)) {
      return refuse('conflict', { what: 'member', now: member.status });
    }
    await setOfferStatus(tx, [offer.id], { from: offerMovesFrom(input.to), to: input.to }, now);
    await announce(tx, 'offer', offer.id);
    await appendAudit(tx, {
      action: `offer.${DONE[input.to]}`,
      subjectKind: 'offer',
      subjectId: offer.id,
    });
    return accept({ offerId: offer.id });
  });

const DONE: Readonly<Record<OfferMove, string>> = {
  open: 'opened',
  paused: 'paused',
  closed: 'closed',
  draft: 'resumed',
};
