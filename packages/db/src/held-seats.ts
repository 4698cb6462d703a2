import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import { and, eq, inArray, not, type SQL } from 'drizzle-orm';
import { pairing } from './schema/pairings.ts';

/** Suggestions of a round that nobody has decided: the next round replaces them. */
export const isReplaceable = (): SQL =>
  and(eq(pairing.status, 'suggested'), eq(pairing.origin, 'round')) as SQL;

/** Pairings whose seats the next round leaves alone: live ones, but for undecided suggestions of a round. */
export const keepsSeats = (): SQL =>
  and(inArray(pairing.status, [...LIVE_STATUSES]), not(isReplaceable())) as SQL;
