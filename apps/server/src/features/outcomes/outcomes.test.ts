import { inTx } from '@trellis/db/client';
import { saveProfileParts } from '@trellis/db/profile-parts';
import { makeOffer, makePairing, makeProgram, makeRequest } from '@trellis/db/testing-factories';
import type { Decision } from '@trellis/domain/decision';
import type { ProgramId } from '@trellis/domain/ids';
import type { Answer } from '@trellis/domain/pairings/answer';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deps } from '../../deps.ts';
import { openTestServer, type TestServer } from '../../testing.ts';
import { eraseMember } from '../members/erase-member.ts';
import { answerPairing } from '../my-pairings/answer-pairing.ts';
import { moveOwnPairing } from '../my-pairings/move-own-pairing.ts';
import { decidePairings } from '../pairings/decide-pairings.ts';
import { publishPairings } from '../pairings/publish-pairings.ts';
import { readBoard } from '../pairings/read-board.ts';
import { startRound } from '../rounds/start-round.ts';
import { actingAs, makeSmallWorld, type SmallWorld } from '../rounds/testing.ts';
import { readOutcomes } from './read-outcomes.ts';

const FIRST_DAY = Date.parse('2026-01-05T09:00:00.000Z');
const DAY = 86_400_000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** The same server, on the n-th day after the round. */
const onDay = (n: number): Deps => ({
  ...server.deps,
  clock: { now: () => new Date(FIRST_DAY + n * DAY).toISOString() as Instant },
});

const must = <T>(decision: Decision<T>): T => {
  if (decision.ok) return decision.value;
  throw new Error(JSON.stringify(decision.refusal));
};

/** A world whose round of as many pairs was published on the first day. */
const publishedWorld = async (
  couples: number,
): Promise<{ world: SmallWorld; pairings: readonly BoardPairing[] }> => {
  const deps = onDay(0);
  const world = await makeSmallWorld(deps, { mentees: couples, mentors: couples });
  const { programId } = world;
  await must(await startRound(deps, world.staff, { programId })).done;
  const { pairings } = must(await readBoard(deps, world.staff, { programId }));
  const seen = pairings.map(({ id, version }) => ({ pairingId: id, version }));
  must(await decidePairings(deps, world.staff, { programId, pairings: seen, to: 'approved', why: null }));
  must(await publishPairings(deps, world.staff, { programId, pairingIds: pairings.map(({ id }) => id) }));
  return { world, pairings };
};

const person = (world: SmallWorld, memberId: BoardPairing['menteeId']) =>
  actingAs({ agencyId: world.staff.agencyId, memberId, roles: [] });

/** On the fifth day the two answer one after the other, mentor first, as far as the list goes. */
const answers = async (world: SmallWorld, pairing: BoardPairing, said: readonly Answer[]): Promise<void> => {
  for (const [i, answer] of said.entries()) {
    const who = person(world, i % 2 === 0 ? pairing.mentorId : pairing.menteeId);
    must(await answerPairing(onDay(5), who, { pairingId: pairing.id, answer, words: null }));
  }
};
const goOn = (world: SmallWorld, pairing: BoardPairing) =>
  answers(world, pairing, ['accepted', 'accepted', 'go_on', 'go_on']);

const moves = async (
  world: SmallWorld,
  pairing: BoardPairing,
  day: number,
  ...to: ('closing' | 'closed' | 'kept')[]
): Promise<void> => {
  for (const next of to) {
    const move = { pairingId: pairing.id, to: next, resumeOn: null };
    must(await moveOwnPairing(onDay(day), person(world, pairing.menteeId), move));
  }
};

const outcomes = async (
  world: SmallWorld,
  day: number,
  programId: ProgramId = world.programId,
  scope: 'program' | 'agency' = 'program',
) => must(await readOutcomes(onDay(day), world.staff, { programId, scope }));

describe('what went on', () => {
  test('is told by the lifecycle, and what is too early is counted in neither group', async () => {
    const { world, pairings } = await publishedWorld(8);
    const [lasting, closedEarly, closedWell, kept, declined, notNow] = pairings;
    await goOn(world, lasting!);
    await goOn(world, closedEarly!);
    await moves(world, closedEarly!, 25, 'closing', 'closed');
    await goOn(world, closedWell!);
    await moves(world, closedWell!, 95, 'closing', 'closed');
    await goOn(world, kept!);
    await moves(world, kept!, 30, 'closing', 'kept');
    await answers(world, declined!, ['declined']);
    await answers(world, notNow!, ['accepted', 'accepted', 'not_now']);
    expect(await outcomes(world, 40)).toMatchObject({ wentOn: 2, didNot: 3, tooEarly: 3, withoutValues: 0 });
    expect(await outcomes(world, 100)).toMatchObject({ wentOn: 3, didNot: 3, tooEarly: 2, withoutValues: 0 });
  });

  test('is nothing at first, and of unpublished pairings nothing ever', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 2 });
    const { programId } = world;
    await must(await startRound(server.deps, world.staff, { programId })).done;
    const view = await outcomes(world, 500);
    expect(view).toMatchObject({ wentOn: 0, didNot: 0, tooEarly: 0, withoutValues: 0 });
    expect(view.criteria.every(({ verdict }) => verdict === 'too_few')).toBe(true);
  });
});

describe('the values', () => {
  test('are those of the round, whatever the profiles say today', async () => {
    const { world, pairings } = await publishedWorld(24);
    for (const pairing of pairings.slice(0, 12)) await goOn(world, pairing);
    for (const pairing of pairings.slice(12)) await answers(world, pairing, ['declined']);
    const before = await outcomes(world, 100);
    expect(before.criteria.find(({ criterion }) => criterion === 'skills')).toMatchObject({
      wentOn: 12,
      didNot: 12,
      verdict: 'no_clear_difference',
      comparison: { superiority: 5_000, strip: { wentOn: expect.arrayContaining([12]) } },
    });
    await inTx(server.deps.db, world.staff, (tx) =>
      saveProfileParts(
        tx,
        pairings.slice(0, 12).map(({ mentorId }) => ({
          memberId: mentorId,
          parts: { skills: [{ termId: world.skill, level: 1 as const }] },
        })),
      ),
    );
    expect(await outcomes(world, 100)).toEqual(before);
  });

  test('of somebody erased are used no more', async () => {
    const { world, pairings } = await publishedWorld(3);
    for (const pairing of pairings) await answers(world, pairing, ['declined']);
    const gone = pairings[0]!.menteeId;
    must(await eraseMember(onDay(20), { ...world.staff, roles: ['admin'] }, { memberId: gone }));
    const view = await outcomes(world, 100);
    expect(view).toMatchObject({ didNot: 3, withoutValues: 1 });
    expect(view.criteria.find(({ criterion }) => criterion === 'skills')).toMatchObject({ didNot: 2 });
  });

  test('are not known of a pairing without a round', async () => {
    const { world, pairings } = await publishedWorld(1);
    await answers(world, pairings[0]!, ['declined']);
    const { programId } = world;
    const request = await makeRequest(server.deps.db, world.staff, { programId });
    const offer = await makeOffer(server.deps.db, world.staff, { programId });
    const byHand = await makePairing(server.deps.db, world.staff, { request, offer, status: 'approved' });
    must(await publishPairings(onDay(0), world.staff, { programId, pairingIds: [byHand] }));
    const no = { pairingId: byHand, answer: 'declined' as const, words: null };
    must(await answerPairing(onDay(5), person(world, offer.memberId), no));
    expect(await outcomes(world, 10)).toMatchObject({ didNot: 2, tooEarly: 0, withoutValues: 1 });
  });
});

test('all programs together are compared beside the weights of the one that was asked for', async () => {
  const { world, pairings } = await publishedWorld(2);
  await answers(world, pairings[0]!, ['declined']);
  const other = await makeProgram(server.deps.db, world.staff);
  expect(await outcomes(world, 100, other)).toMatchObject({ didNot: 0, tooEarly: 0 });
  expect(await outcomes(world, 100, other, 'agency')).toMatchObject({ didNot: 1, tooEarly: 1 });
});

test('nobody can be told from what is shown', async () => {
  const { world, pairings } = await publishedWorld(24);
  for (const pairing of pairings.slice(0, 12)) await goOn(world, pairing);
  for (const pairing of pairings.slice(12)) await answers(world, pairing, ['declined']);
  const seen = JSON.stringify(await outcomes(world, 100));
  for (const { id, mentee, mentor, menteeId, mentorId } of pairings) {
    for (const word of [id, mentee, mentor, menteeId, mentorId]) expect(seen).not.toContain(word);
  }
});
