import { inRead } from '@trellis/db/client';
import { loadNames } from '@trellis/db/reads/side-names';
import { findRound } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { WhatIfInput } from '@trellis/domain/rounds/inputs';
import type { WhatIfView } from '@trellis/domain/rounds/views';
import { groupsOfJoining } from '@trellis/matching/joining-mentors';
import { askRound } from '../../ask-round.ts';
import type { Deps } from '../../deps.ts';

/** What other settings, seats and further mentors would change for whom, against the round as it was saved. Nothing is saved. */
export const whatIf = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  { roundId, objective, weights, rules, capacities, mentors = [] }: WhatIfInput,
  signal?: AbortSignal,
): Promise<Decision<WhatIfView, Refusal<'not_found'>>> => {
  const round = await inRead(deps.db, actor, (read) => findRound(read, roundId));
  if (!round || round.certificate === null) return refuse('not_found', { what: 'round' });
  const answer = await askRound(
    deps,
    actor,
    roundId,
    {
      kind: 'what_if',
      change: {
        settings: {
          ...(objective && { objective }),
          ...(weights && { weights }),
          ...(rules && { rules }),
        },
        ...(capacities && { capacities }),
      },
      mentors,
    },
    signal,
  );
  if (answer.kind === 'too_slow' || answer.kind === 'stopped') return accept({ status: answer.kind });
  if (answer.kind !== 'what_if') return accept({ status: 'no_plan' });
  const { before, after, stay, changed } = answer.difference;
  const names = await inRead(deps.db, actor, (read) => loadNames(read, round.programId));
  const groupOf = groupsOfJoining(mentors);
  const mentorsOf = (list: (typeof changed)[number]['before']) =>
    list.map(({ offerId, fit }) => ({
      offerId,
      fit,
      name: names.ofOffer.get(offerId) ?? '',
      added: groupOf.get(offerId) ?? null,
    }));
  return accept({
    status: 'compared',
    before: { ...before },
    after: { ...after },
    stay,
    changed: changed.map((one) => ({
      requestId: one.requestId,
      mentee: names.ofRequest.get(one.requestId) ?? '',
      change: one.change,
      before: mentorsOf(one.before),
      after: mentorsOf(one.after),
    })),
  });
};
