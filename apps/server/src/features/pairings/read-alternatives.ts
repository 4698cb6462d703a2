import { inRead } from '@trellis/db/client';
import { findPairings } from '@trellis/db/pairings';
import { findNewestRound } from '@trellis/db/reads/board';
import { loadNames } from '@trellis/db/reads/side-names';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { PairingRef } from '@trellis/domain/pairings/inputs';
import type { AlternativesView } from '@trellis/domain/pairings/views';
import type { Alternative } from '@trellis/matching/explain/alternatives';
import { askRound } from '../../ask-round.ts';
import type { Deps } from '../../deps.ts';
import { alternativeView } from './alternative-view.ts';
import { termsNamed } from './terms-named.ts';

/** More would not be read; a bridge is added where none is among them. */
const MOST = 5;

/** Other mentors for the mentee and other mentees for the mentor, each with exactly what a swap would change. */
export const readAlternatives = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  { pairingId }: PairingRef,
): Promise<Decision<AlternativesView, Refusal<'not_found'>>> => {
  const found = await inRead(deps.db, actor, async (read) => {
    const [pairing] = await findPairings(read, [pairingId]);
    return pairing && { pairing, round: await findNewestRound(read, pairing.programId) };
  });
  if (!found) return refuse('not_found', { what: 'pairing' });
  const { pairing, round } = found;
  const nothing = { mentors: [], mentees: [], terms: [] };
  if (!round) return accept(nothing);
  const answer = await askRound(deps, actor, round.id, {
    kind: 'alternatives',
    requestId: pairing.requestId,
    offerId: pairing.offerId,
    most: MOST,
  });
  if (answer.kind !== 'alternatives') return accept(nothing);
  return inRead(deps.db, actor, async (read) => {
    const names = await loadNames(read, pairing.programId);
    const view = (one: Alternative) => alternativeView(one, names);
    const all = [...answer.mentors, ...answer.mentees];
    return accept({
      mentors: answer.mentors.map(view),
      mentees: answer.mentees.map(view),
      terms: termsNamed(
        all.flatMap(({ reasons }) => reasons.staff),
        await listTerms(read),
      ),
    });
  });
};
