import { inRead } from '@trellis/db/client';
import { loadNames } from '@trellis/db/reads/side-names';
import { findRound } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { SmallestChangeInput } from '@trellis/domain/rounds/inputs';
import type { SmallestChangeView } from '@trellis/domain/rounds/views';
import { askRound } from '../../ask-round.ts';
import type { Deps } from '../../deps.ts';

/** More ways of the same size would not be read. */
const MOST_WAYS = 3;

/** The fewest rules and limits that must give way for one who waits, with whom they would then meet. Saves nothing. */
export const smallestChange = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  { roundId, requestId }: SmallestChangeInput,
): Promise<Decision<SmallestChangeView, Refusal<'not_found'>>> => {
  const round = await inRead(deps.db, actor, (read) => findRound(read, roundId));
  if (!round || round.certificate === null) return refuse('not_found', { what: 'round' });
  const answer = await askRound(deps, actor, roundId, {
    kind: 'smallest_change',
    requestId,
    most: MOST_WAYS,
  });
  if (answer.kind === 'too_slow') return accept({ status: 'too_slow' });
  if (answer.kind !== 'smallest_change') return accept({ status: 'found', size: null, ways: [] });
  const names = await inRead(deps.db, actor, (read) => loadNames(read, round.programId));
  return accept({
    status: 'found',
    size: answer.change.size,
    ways: answer.change.ways.map(({ mentorId, offerId, waive, seat, capacity, trade, isExact }) => ({
      mentorId,
      mentor: names.ofOffer.get(offerId) ?? '',
      waive: [...waive],
      seat,
      capacity,
      moved: [...new Set(trade.changes.map((change) => change.requestId))]
        .filter((id) => id !== requestId)
        .map((id) => names.ofRequest.get(id) ?? ''),
      exact: isExact,
    })),
  });
};
