import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { setCapacity } from '@trellis/db/capacity';
import { lockOffer, saveOffers } from '@trellis/db/offers';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import type { OfferChange, OfferRef, SaveOffer } from '@trellis/domain/offers/inputs';
import type { Offer } from '@trellis/domain/offers/offer';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { namedAs, termsKnown } from '../../known-terms.ts';
import { writeOnce } from '../../write-once.ts';

/** Saves the parts a form sends as one types. Capacity never falls below the pairings that hold a seat. */
export const saveOffer = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: SaveOffer,
): Promise<Decision<OfferRef, Refusal<'not_found' | 'conflict' | 'capacity_below_held' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const offer = await lockOffer(tx, input.offerId);
    if (!offer || !allows(actor, 'offers.change', offer.memberId))
      return refuse('not_found', { what: 'offer' });
    if (offer.status === 'closed') return refuse('conflict', { what: 'offer', now: offer.status });
    const { capacity, ...rest } = input.change;
    if (!(await termsKnown(tx, termsOf(input.change)))) return refuse('not_found', { what: 'term' });
    if (capacity !== undefined && capacity !== offer.capacity) {
      const outcome = await setCapacity(tx, offer.id, capacity, now);
      if (outcome.outcome === 'held') return refuse('capacity_below_held', { held: outcome.held });
    }
    const named: Partial<Offer> = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    );
    if (Object.keys(named).length > 0) {
      await saveOffers(tx, [{ ...offer, ...(capacity === undefined ? {} : { capacity }), ...named }], now);
    }
    await announce(tx, 'offer', offer.id);
    await appendAudit(tx, {
      action: 'offer.changed',
      subjectKind: 'offer',
      subjectId: offer.id,
      detail: { parts: Object.keys(input.change).sort() },
    });
    return accept({ offerId: offer.id });
  });

const termsOf = ({ goals, skills, industries }: OfferChange) => [
  ...namedAs('goal', goals),
  ...namedAs('skill', skills),
  ...namedAs('industry', industries),
];
