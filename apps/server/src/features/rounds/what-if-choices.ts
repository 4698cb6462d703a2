import { inRead } from '@trellis/db/client';
import { loadNames } from '@trellis/db/reads/side-names';
import { findRound } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { RoundRef } from '@trellis/domain/rounds/inputs';
import type { WhatIfChoices } from '@trellis/domain/rounds/views';
import { askRound } from '../../ask-round.ts';
import type { Deps } from '../../deps.ts';

/** Whose seats a what-if may change, and whom a further mentor may be like: the mentors of the round, by name. */
export const readWhatIfChoices = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  { roundId }: RoundRef,
): Promise<Decision<WhatIfChoices, Refusal<'not_found'>>> => {
  const round = await inRead(deps.db, actor, (read) => findRound(read, roundId));
  if (!round || round.certificate === null) return refuse('not_found', { what: 'round' });
  const answer = await askRound(deps, actor, roundId, { kind: 'choices' });
  if (answer.kind !== 'choices') return accept({ offers: [], timeZones: [] });
  const names = await inRead(deps.db, actor, (read) => loadNames(read, round.programId));
  const { offers, timeZones } = answer.choices;
  return accept({
    offers: offers
      .map((offer) => ({ ...offer, name: names.ofOffer.get(offer.offerId) ?? '' }))
      .filter(({ name }) => name !== '')
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    timeZones: [...timeZones],
  });
};
