import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { lockOffer, setOfferStatus } from '@trellis/db/offers';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import type { MoveOffer, OfferRef } from '@trellis/domain/offers/inputs';
import { mayMoveOffer, offerMovesFrom } from '@trellis/domain/offers/moves';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Opens an offer for the next round, rests it, or closes it. Running pairings go on. */
export const moveOffer = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: MoveOffer,
): Promise<Decision<OfferRef, Refusal<'not_found' | 'illegal_transition' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const offer = await lockOffer(tx, input.offerId);
    if (!offer || !allows(actor, 'offers.change', offer.memberId))
      return refuse('not_found', { what: 'offer' });
    if (offer.status === input.to) return accept({ offerId: offer.id });
    if (!mayMoveOffer(offer.status, input.to)) {
      return refuse('illegal_transition', { from: offer.status, to: input.to });
    }
    await setOfferStatus(tx, [offer.id], { from: offerMovesFrom(input.to), to: input.to }, now);
    await announce(tx, 'offer', offer.id);
    await appendAudit(tx, {
      action: `offer.${input.to === 'open' ? 'opened' : input.to}`,
      subjectKind: 'offer',
      subjectId: offer.id,
    });
    return accept({ offerId: offer.id });
  });
