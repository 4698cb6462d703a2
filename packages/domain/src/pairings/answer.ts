import { z } from 'zod';
import type { ConsentOrder } from '../programs/kinds.ts';
import type { PairingStatus } from './statuses.ts';

/** accepted/declined: to the invitation · go_on/not_now: after the first conversation. */
export const ANSWERS = ['accepted', 'declined', 'go_on', 'not_now'] as const;
export const Answer = z.enum(ANSWERS);
export type Answer = z.infer<typeof Answer>;

export type Place = 'mentor' | 'mentee';

/** What is known of a pairing when one of its two people answers. */
export interface Asked {
  readonly status: PairingStatus;
  readonly consentOrder: ConsentOrder;
  readonly mentorAnswer: Answer | null;
  readonly menteeAnswer: Answer | null;
}

const answerOf = (asked: Asked, place: Place): Answer | null =>
  place === 'mentor' ? asked.mentorAnswer : asked.menteeAnswer;

/**
 * Whether it is this person's turn. The second person is asked only when the first said yes, so that a mentee never
 * sees a no; after the first conversation each answers privately, in any order.
 */
export const isAsked = (asked: Asked, place: Place): boolean => {
  if (asked.status === 'meeting') {
    const own = answerOf(asked, place);
    return own !== 'go_on' && own !== 'not_now';
  }
  if (asked.status !== 'invited' || answerOf(asked, place) !== null) return false;
  if (asked.consentOrder === 'both_at_once') return true;
  const first: Place = asked.consentOrder === 'mentor_first' ? 'mentor' : 'mentee';
  return place === first || answerOf(asked, first) === 'accepted';
};

/** Whether this person may know of the pairing at all: once they were asked, and while it was not refused. */
export const mayKnow = (asked: Asked, place: Place): boolean => {
  switch (asked.status) {
    case 'suggested':
    case 'approved':
    case 'dismissed':
    case 'ruled_out':
    case 'erased':
      return false;
    case 'invited':
      return isAsked(asked, place) || answerOf(asked, place) !== null;
    case 'declined':
    case 'expired':
    case 'not_now':
    case 'withdrawn':
      return false;
    default:
      return true;
  }
};

/**
 * What an answer makes of the pairing. An invitation becomes a meeting when both accepted, or ends as declined; a
 * meeting becomes active when both go on, or ends as not now. Null when it is not this person's turn for this answer.
 */
export const applyAnswer = (asked: Asked, place: Place, answer: Answer): Asked | null => {
  if (!isAsked(asked, place)) return null;
  const toInvitation = answer === 'accepted' || answer === 'declined';
  if (toInvitation !== (asked.status === 'invited')) return null;
  const after: Asked = {
    ...asked,
    ...(place === 'mentor' ? { mentorAnswer: answer } : { menteeAnswer: answer }),
  };
  if (answer === 'declined') return { ...after, status: 'declined' };
  if (answer === 'not_now') return { ...after, status: 'not_now' };
  if (answer === 'accepted' && after.mentorAnswer === 'accepted' && after.menteeAnswer === 'accepted') {
    return { ...after, status: 'meeting' };
  }
  if (answer === 'go_on' && after.mentorAnswer === 'go_on' && after.menteeAnswer === 'go_on') {
    return { ...after, status: 'active' };
  }
  return after;
};
