import { inRead } from '@trellis/db/client';
import { findProgram } from '@trellis/db/programs';
import { loadPublishedCourses, type PublishedCourse } from '@trellis/db/reads/outcomes';
import { groupBy } from '@trellis/db/sets';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { RoundId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { compareOutcomes, type KnownPairing } from '@trellis/domain/outcomes/compare';
import type { ReadOutcomes } from '@trellis/domain/outcomes/inputs';
import { type Story, storyOf } from '@trellis/domain/outcomes/story';
import type { OutcomesView } from '@trellis/domain/outcomes/views';
import { askRound } from '../../ask-round.ts';
import type { Deps } from '../../deps.ts';

/**
 * Which published pairings went on, and how each criterion stood for them when they were suggested, beside the program's
 * weights of today. Numbers of groups, nothing about a person; nothing is changed.
 */
export const readOutcomes = async (
  deps: Pick<Deps, 'db' | 'clock' | 'matches'>,
  actor: Actor,
  { programId, scope }: ReadOutcomes,
): Promise<Decision<OutcomesView, Refusal<'not_found'>>> => {
  const found = await inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, programId);
    return (
      program && {
        program,
        courses: await loadPublishedCourses(read, scope === 'program' ? programId : null),
      }
    );
  });
  if (!found) return refuse('not_found', { what: 'program' });
  const now = Date.parse(deps.clock.now());
  const told = found.courses.flatMap((course) => {
    const story = storyOf(asCourse(course), now);
    return story === null ? [] : [{ ...course, story }];
  });
  const ended = told.filter(({ story }) => story !== 'too_early');
  const known = await withValues(deps, actor, ended);
  const count = (story: Story) => told.filter((one) => one.story === story).length;
  return accept({
    wentOn: count('went_on'),
    didNot: count('did_not'),
    tooEarly: count('too_early'),
    withoutValues: ended.length - known.length,
    criteria: compareOutcomes(known, found.program.weights),
  });
};

const asCourse = ({ status, begunAt, changedAt, endReasonCode }: PublishedCourse) => ({
  status,
  begunMs: begunAt === null ? null : Date.parse(begunAt),
  changedMs: Date.parse(changedAt),
  endReasonCode,
});

/**
 * The pairings whose values are known, with them: recomputed from what their round kept, never from today's profiles. One
 * snapshot after the other is read and weighed on the matching thread, so that large ones hold up nobody.
 */
const withValues = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  pairings: readonly (PublishedCourse & { readonly story: Story })[],
): Promise<readonly KnownPairing[]> => {
  const usable = pairings.filter(({ roundId, erased }) => roundId !== null && !erased);
  const known: KnownPairing[] = [];
  for (const [roundId, list] of groupBy(usable, (one) => one.roundId as RoundId)) {
    const pairs = list.map(({ requestId, offerId }) => ({ requestId, offerId }));
    const answer = await askRound(deps, actor, roundId, { kind: 'values', pairs });
    if (answer.kind !== 'values') continue;
    for (const [i, values] of answer.values.entries()) {
      if (values !== null) known.push({ story: list[i]!.story, values });
    }
  }
  return known;
};
