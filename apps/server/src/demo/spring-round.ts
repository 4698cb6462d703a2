import type { Answer, Place } from '@trellis/domain/pairings/answer';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Acting } from '../acting.ts';
import type { Deps } from '../deps.ts';
import { answerPairing } from '../features/my-pairings/answer-pairing.ts';
import { moveOwnPairing } from '../features/my-pairings/move-own-pairing.ts';
import { finishNextStep } from '../features/next-steps/finish-next-step.ts';
import { readNextSteps } from '../features/next-steps/read-next-steps.ts';
import { withdrawPairing } from '../features/pairings/withdraw-pairing.ts';
import { moveProgram } from '../features/programs/move-program.ts';
import { moveRequest } from '../features/requests/move-request.ts';
import { expireInvitations } from '../jobs/expire-invitations.ts';
import { logNotifier } from '../jobs/notifier.ts';
import { demoMenteesSpring } from './mentees-spring.ts';
import type { DemoStory } from './person.ts';
import { type DemoAgency, daysBefore, SPRING_DAYS_AGO } from './seed-demo.ts';
import { actingAs, must, runStaffRound } from './staff-round.ts';

/** What the two say within the first days, mentor first. Nobody answers an invitation that expires. */
const SAID: Readonly<Record<DemoStory, readonly Answer[]>> = {
  declined: ['declined'],
  expired: [],
  not_now: ['accepted', 'accepted', 'not_now'],
  moved_away: ['accepted', 'accepted', 'go_on', 'go_on'],
  closed_early: ['accepted', 'accepted', 'go_on', 'go_on'],
  closed_well: ['accepted', 'accepted', 'go_on', 'go_on'],
  kept: ['accepted', 'accepted', 'go_on', 'go_on'],
  under_way: ['accepted', 'accepted', 'go_on', 'go_on'],
};

/** Days after the round. The agreement speaks of three months. */
const ANSWERED = 6;
const EXPIRED = 20;
const ENDED_EARLY = 35;
const ENDED_WELL = 100;

/**
 * A program from its round to its end, in the past: every pairing goes the way its mentee's story tells, each step on a day
 * of its own and through the product's own use cases. Run it before anything else happens in the agency.
 */
export const runSpringRound = async (deps: Deps, demo: DemoAgency): Promise<void> => {
  const start = daysBefore(deps.clock.now(), SPRING_DAYS_AGO);
  const onDay = (n: number): Deps => ({ ...deps, clock: { now: () => daysBefore(start, -n) } });
  const pairings = await runStaffRound(onDay(0), demo, demo.spring, 0);
  for (const pairing of pairings) await letThemAnswer(onDay(ANSWERED), demo, pairing);
  const system = { agencyId: demo.agencyId, memberId: null };
  await expireInvitations({ ...onDay(EXPIRED), notifier: logNotifier(deps) }, system);
  for (const pairing of pairings) await endEarly(onDay(ENDED_EARLY), demo, pairing);
  for (const pairing of pairings) await endWell(onDay(ENDED_WELL), demo, pairing);
  await closeProgram(onDay(ENDED_WELL + 10), demo);
};

const storyOf = (pairing: BoardPairing): DemoStory => {
  const mentee = demoMenteesSpring.find(({ name }) => name === pairing.mentee);
  if (!mentee) throw new Error(`the spring program has no story of ${pairing.mentee}`);
  return mentee.story;
};

/** One of the two, about to act. */
const asOne = (demo: DemoAgency, pairing: BoardPairing, place: Place): Acting => ({
  agencyId: demo.agencyId,
  memberId: place === 'mentor' ? pairing.mentorId : pairing.menteeId,
  roles: [place],
  call: null,
});

const letThemAnswer = async (deps: Deps, demo: DemoAgency, pairing: BoardPairing): Promise<void> => {
  for (const [n, answer] of SAID[storyOf(pairing)].entries()) {
    const who = asOne(demo, pairing, n % 2 === 0 ? 'mentor' : 'mentee');
    must(await answerPairing(deps, who, { pairingId: pairing.id, answer, words: null }));
  }
};

const endEarly = async (deps: Deps, demo: DemoAgency, pairing: BoardPairing): Promise<void> => {
  const story = storyOf(pairing);
  if (story === 'closed_early') await windUp(deps, demo, pairing, 'closed');
  if (story !== 'moved_away') return;
  const carla = await actingAs(deps, demo, demo.carla);
  const why = 'Moved abroad for a job that came sooner than thought.';
  must(await withdrawPairing(deps, carla, { pairingId: pairing.id, why }));
};

const endWell = async (deps: Deps, demo: DemoAgency, pairing: BoardPairing): Promise<void> => {
  const story = storyOf(pairing);
  if (story === 'closed_well') await windUp(deps, demo, pairing, 'closed');
  if (story === 'kept') await windUp(deps, demo, pairing, 'kept');
};

const windUp = async (
  deps: Deps,
  demo: DemoAgency,
  pairing: BoardPairing,
  into: 'closed' | 'kept',
): Promise<void> => {
  const mentee = asOne(demo, pairing, 'mentee');
  for (const to of ['closing', into] as const) {
    must(await moveOwnPairing(deps, mentee, { pairingId: pairing.id, to, resumeOn: null }));
  }
};

/** Calls that were promised are made, requests that are open still are taken back, and nothing new begins. */
const closeProgram = async (deps: Deps, demo: DemoAgency): Promise<void> => {
  const carla = await actingAs(deps, demo, demo.carla);
  const { steps } = await readNextSteps(deps, carla, { programId: demo.spring });
  for (const { requestId, id } of steps) {
    must(await moveRequest(deps, carla, { requestId, to: 'withdrawn' }));
    must(await finishNextStep(deps, carla, { nextStepId: id, done: true }));
  }
  must(await moveProgram(deps, carla, { programId: demo.spring, to: 'closed' }));
};
