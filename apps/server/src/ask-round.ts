import { inRead } from '@trellis/db/client';
import { loadSnapshot } from '@trellis/db/rounds';
import type { RoundId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Deps } from './deps.ts';
import type { Answer, Question } from './features/rounds/match-job.ts';

/**
 * Asks about a saved round of the actor's agency; its snapshot is loaded only when the matching thread does not know it. When
 * `signal` is aborted nobody waits any more, and the answer is `stopped`.
 * @throws when the thread dies over it
 */
export const askRound = (
  { db, matches }: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  roundId: RoundId,
  question: Question,
  signal?: AbortSignal,
): Promise<Answer> =>
  matches.ask(
    roundId,
    async () => (await inRead(db, actor, (read) => loadSnapshot(read, roundId))) ?? '',
    question,
    signal,
  );
