import { z } from 'zod';
import { Instant } from '../time.ts';
import type { Answer, Asked, Place } from './answer.ts';

/** That one of the two was asked, and what they said to it. Instants are null where nobody wrote them down. */
export const Ask = z.strictObject({
  place: z.enum(['mentor', 'mentee']),
  askedAt: Instant.nullable(),
  /** Until when an answer is waited for, or was; null once there is one. */
  until: Instant.nullable(),
  answer: z.enum(['accepted', 'declined']).nullable(),
  answeredAt: Instant.nullable(),
});
export type Ask = z.infer<typeof Ask>;

export interface AskedFacts extends Asked {
  readonly publishedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly mentorAnsweredAt: Instant | null;
  readonly menteeAnsweredAt: Instant | null;
}

/**
 * Who was asked, in the order it happened, for staff. The second person is asked in the moment the first says yes. What
 * either says after the first conversation overwrites when they said yes, so that moment is then unknown.
 */
export const asksOf = (facts: AskedFacts): Ask[] => {
  const { publishedAt } = facts;
  if (publishedAt === null) return [];
  const order: readonly Place[] =
    facts.consentOrder === 'mentee_first' ? ['mentee', 'mentor'] : ['mentor', 'mentee'];
  const [first, second] = order.map((place) => askOf(facts, place)) as [Ask, Ask];
  first.askedAt = publishedAt;
  if (facts.consentOrder === 'both_at_once') second.askedAt = publishedAt;
  else if (first.answer !== 'accepted') return [first];
  else second.askedAt = first.answeredAt;
  return [first, second];
};

const askOf = (facts: AskedFacts, place: Place): Ask => {
  const said = place === 'mentor' ? facts.mentorAnswer : facts.menteeAnswer;
  const at = place === 'mentor' ? facts.mentorAnsweredAt : facts.menteeAnsweredAt;
  const waited = said === null && (facts.status === 'invited' || facts.status === 'expired');
  return {
    place,
    askedAt: null,
    until: waited ? facts.expiresAt : null,
    answer: said === null ? null : said === 'declined' ? 'declined' : 'accepted',
    answeredAt: isToInvitation(said) ? at : null,
  };
};

const isToInvitation = (answer: Answer | null): boolean => answer === 'accepted' || answer === 'declined';
