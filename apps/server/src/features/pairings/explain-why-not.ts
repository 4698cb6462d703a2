import { inRead } from '@trellis/db/client';
import { findNewestRound } from '@trellis/db/reads/board';
import { loadNames } from '@trellis/db/reads/side-names';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { TwoSides } from '@trellis/domain/pairings/inputs';
import type { WhyNotView } from '@trellis/domain/pairings/views';
import { askRound } from '../../ask-round.ts';
import type { Deps } from '../../deps.ts';
import { alternativeView } from './alternative-view.ts';
import { termsNamed } from './terms-named.ts';

/** Why the newest round of a program did not pair these two, and what it would have cost. Saves nothing. */
export const explainWhyNot = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  { programId, requestId, offerId }: TwoSides,
): Promise<Decision<WhyNotView, Refusal<'not_found'>>> => {
  const round = await inRead(deps.db, actor, (read) => findNewestRound(read, programId));
  if (!round) return refuse('not_found', { what: 'round' });
  const answer = await askRound(deps, actor, round.id, { kind: 'why_not', requestId, offerId });
  if (answer.kind === 'too_slow') return accept({ kind: 'too_slow' });
  if (answer.kind !== 'why_not') return refuse('not_found', { what: 'round' });
  const { why } = answer;
  if (why.kind === 'rules') return accept({ kind: 'rules', broken: why.broken.map(({ rule }) => rule) });
  if (why.kind !== 'trade') return accept(why);
  return inRead(deps.db, actor, async (read) =>
    accept({
      kind: 'trade',
      alternative: alternativeView(why.alternative, await loadNames(read, programId)),
      terms: termsNamed(why.alternative.reasons.staff, await listTerms(read)),
    }),
  );
};
