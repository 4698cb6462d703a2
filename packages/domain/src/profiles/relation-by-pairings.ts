import { type Asked, mayKnow, type Place } from '../pairings/answer.ts';
import type { PairingStatus } from '../pairings/statuses.ts';
import type { Relation } from './visible-profile.ts';

/** From the first conversation on the two know each other, also after a good end. */
const MET: readonly PairingStatus[] = ['meeting', 'active', 'paused', 'closing', 'kept', 'closed'];

/** How somebody stands to another member by the pairings of the two; `place` is that of whoever looks. */
export const relationByPairings = (pairings: readonly (Asked & { readonly place: Place })[]): Relation => {
  const known = pairings.filter((pairing) => mayKnow(pairing, pairing.place));
  if (known.some(({ status }) => MET.includes(status))) return 'paired';
  return known.length > 0 ? 'proposed' : 'none';
};
