import { inTx } from '@trellis/db/client';
import { supersedeRounds } from '@trellis/db/rounds';
import { makeOffer, makePairing, makeProgram, makeRequest, testNow } from '@trellis/db/testing-factories';
import { replaceHours } from '@trellis/db/weekly-hours';
import type { MemberId, PairingId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Place } from '@trellis/domain/pairings/answer';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Day, TimeZone } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import { type BoardWorld, byHand, decide, makeBoardWorld, stateOf } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** So many couples of one mentee and one mentor each, approved. */
const makeApproved = async (many: number, alone = 0) => {
  const world = await makeBoardWorld(server, many + alone, many);
  const ids: PairingId[] = [];
  for (let n = 0; n < many; n++) {
    const id = await byHand(world, n, n);
    await decide(world, world.asCarla, 'approved', [id, 1]);
    ids.push(id);
  }
  return { world, ids };
};

const rowOf = async (world: BoardWorld, id: PairingId): Promise<BoardPairing> => {
  const { pairings } = await world.asCarla.pairings.board({ programId: world.programId });
  return pairings.find((one) => one.id === id)!;
};

const asOneOf = (world: BoardWorld, place: Place, n = 0) =>
  server.callAs({
    agencyId: world.carla.agencyId,
    memberId: (place === 'mentee' ? world.mentees : world.mentors)[n]!.memberId,
    roles: [place],
  } satisfies Actor);

describe('publishing some of the approved', () => {
  test('the others stay approved, and nobody hears of them', async () => {
    const { world, ids } = await makeApproved(3);
    const [one, two, three] = ids as [PairingId, PairingId, PairingId];
    await world.asCarla.pairings.publish({ programId: world.programId, pairingIds: [one, two] });
    expect((await rowOf(world, one)).status).toBe('invited');
    expect((await rowOf(world, three)).status).toBe('approved');
    const third = await asOneOf(world, 'mentor', 2);
    expect(await third.myPairings.list()).toEqual([]);
  });

  test('whoever would be left with nothing stops it, whatever part is published', async () => {
    const { world, ids } = await makeApproved(2, 1);
    const { programId } = world;
    const publish = { programId, pairingIds: [ids[0]!] };
    const preview = await world.asCarla.pairings.publishPreview({ programId });
    expect(preview.withoutNextStep.map(({ name }) => name)).toEqual(['Mentee 2']);
    await expect(world.asCarla.pairings.publish(publish)).rejects.toMatchObject({
      cause: { refusal: { code: 'left_without_next_step', facts: { people: [{ name: 'Mentee 2' }] } } },
    });
    expect((await rowOf(world, ids[0]!)).status).toBe('approved');
    // Set aside instead of published: that one would hear nothing either, and is named from now on.
    await decide(world, world.asCarla, 'dismissed', [ids[1]!, 2]);
    const after = await world.asCarla.pairings.publishPreview({ programId });
    expect(after.withoutNextStep.map(({ name }) => name)).toEqual(['Mentee 1', 'Mentee 2']);
  });

  test('one of them approved no more: nothing goes out, and it is said where that one stands', async () => {
    const { world, ids } = await makeApproved(2);
    await decide(world, world.asNoah, 'suggested', [ids[1]!, 2]);
    await expect(
      world.asCarla.pairings.publish({ programId: world.programId, pairingIds: ids }),
    ).rejects.toMatchObject({ cause: { refusal: { code: 'conflict', facts: { now: 'suggested' } } } });
    expect((await rowOf(world, ids[0]!)).status).toBe('approved');
    const preview = await world.asCarla.pairings.publishPreview({ programId: world.programId });
    expect(preview).toMatchObject({ approved: [{ pairingId: ids[0] }], undecided: 1 });
  });
});

describe('what became of a published pairing', () => {
  const publishOne = async () => {
    const { world, ids } = await makeApproved(1);
    await world.asCarla.pairings.publish({ programId: world.programId, pairingIds: ids });
    return { world, id: ids[0]! };
  };

  test('who was asked, until when, and who after that', async () => {
    const { world, id } = await publishOne();
    const asked = await rowOf(world, id);
    expect(asked).toMatchObject({ asks: [{ place: 'mentor', answer: null }], ended: null, nextStep: null });
    expect(asked.asks[0]!.until! > asked.asks[0]!.askedAt!).toBe(true);
    expect(asked.reminderAt).not.toBeNull();
    const mentor = await asOneOf(world, 'mentor');
    await mentor.myPairings.answer({ pairingId: id, answer: 'accepted', words: null });
    expect((await rowOf(world, id)).asks).toMatchObject([
      { place: 'mentor', answer: 'accepted', until: null },
      { place: 'mentee', answer: null },
    ]);
  });

  test('declined: the words of the no, and what was promised', async () => {
    const { world, id } = await publishOne();
    const mentor = await asOneOf(world, 'mentor');
    await mentor.myPairings.answer({ pairingId: id, answer: 'declined', words: 'No time before May.' });
    expect(await rowOf(world, id)).toMatchObject({
      status: 'declined',
      asks: [{ place: 'mentor', answer: 'declined' }],
      ended: { words: 'No time before May.' },
      nextStep: { kind: 'call', owner: 'Ada Admin' },
    });
  });

  test('withdrawn: by whom, and why; resting: until when', async () => {
    const { world, id } = await publishOne();
    await world.asNoah.pairings.withdraw({ pairingId: id, why: 'They moved away.' });
    expect(await rowOf(world, id)).toMatchObject({
      status: 'withdrawn',
      decidedBy: 'Noah',
      decidedById: world.noah.memberId,
      ended: { words: 'They moved away.' },
      nextStep: { kind: 'call', owner: 'Noah' },
    });
    const resting = await publishOne();
    for (const answer of ['accepted', 'go_on'] as const) {
      for (const place of ['mentor', 'mentee'] as const) {
        const caller = await asOneOf(resting.world, place);
        await caller.myPairings.answer({ pairingId: resting.id, answer, words: null });
      }
    }
    const { version } = await rowOf(resting.world, resting.id);
    const resumeOn = '2030-02-03' as Day;
    await resting.world.asCarla.pairings.move({ pairingId: resting.id, version, to: 'paused', resumeOn });
    expect(await rowOf(resting.world, resting.id)).toMatchObject({ status: 'paused', resumeOn });
  });
});

test('what a new round took off is gone from the board; what ended because somebody left is not', async () => {
  const world = await makeBoardWorld(server, 2, 2);
  const replaced = await makePairing(server.deps.db, world.carla, {
    request: { id: world.mentees[0]!.requestId, programId: world.programId },
    offer: { id: world.mentors[0]!.offerId },
    origin: 'round',
  });
  expect(await rowOf(world, replaced)).toMatchObject({ status: 'suggested' });
  await inTx(server.deps.db, world.carla, (tx) => supersedeRounds(tx, world.programId, testNow()));
  expect(await rowOf(world, replaced)).toBeUndefined();
  const left = await byHand(world, 1, 1);
  await world.asCarla.members.move({ memberId: world.mentors[1]!.memberId, to: 'withdrawn', why: null });
  expect(await rowOf(world, left)).toMatchObject({ status: 'withdrawn', asks: [], nextStep: null });
});

describe('taking back', () => {
  test('a ruling out whose seats are given away stays, and so does keeping the two apart', async () => {
    const world = await makeBoardWorld(server, 2, 1);
    const first = await byHand(world, 0, 0);
    await decide(world, world.asCarla, 'ruled_out', [first, 1]);
    await byHand(world, 1, 0);
    const back = await decide(world, world.asCarla, 'suggested', [first, 2]);
    expect(back).toMatchObject({ moved: [], lost: [{ because: 'seats_taken', now: 'ruled_out' }] });
    expect(await world.asCarla.separations.list()).toHaveLength(1);
  });

  test('what somebody else has changed since is named as that', async () => {
    const world = await makeBoardWorld(server, 1, 1);
    const id = await byHand(world, 0, 0);
    await decide(world, world.asCarla, 'approved', [id, 1]);
    await decide(world, world.asNoah, 'dismissed', [id, 2]);
    const back = await decide(world, world.asCarla, 'suggested', [id, 2]);
    expect(back).toMatchObject({ moved: [], lost: [{ because: 'changed', now: 'dismissed', by: 'Noah' }] });
  });
});

test('ruling two out takes what else is suggested between them off the boards', async () => {
  const world = await makeBoardWorld(server, 1, 1);
  const here = await byHand(world, 0, 0);
  // In another program, and the other way round.
  const { db } = server.deps;
  const programId = await makeProgram(db, world.carla);
  const request = await makeRequest(db, world.carla, { programId, memberId: world.mentors[0]!.memberId });
  const offer = await makeOffer(db, world.carla, { programId, memberId: world.mentees[0]!.memberId });
  const there = await makePairing(db, world.carla, { request, offer });
  await decide(world, world.asCarla, 'ruled_out', [here, 1]);
  expect((await stateOf(server, world, there)).status).toBe('ruled_out');

  const told = await makeBoardWorld(server, 1, 1);
  const open = await byHand(told, 0, 0);
  const elsewhere = await makeProgram(db, told.carla);
  await makePairing(db, told.carla, {
    request: await makeRequest(db, told.carla, { programId: elsewhere, memberId: told.mentees[0]!.memberId }),
    offer: await makeOffer(db, told.carla, { programId: elsewhere, memberId: told.mentors[0]!.memberId }),
    status: 'active',
    origin: 'import',
  });
  await expect(decide(told, told.asCarla, 'ruled_out', [open, 1])).rejects.toMatchObject({
    cause: { refusal: { code: 'conflict', facts: { now: 'active' } } },
  });
  expect((await stateOf(server, told, open)).status).toBe('suggested');
});

test('two weeks on one clock: the viewer’s, the mentee’s, the mentor’s, each once', async () => {
  const world = await makeBoardWorld(server, 1, 1);
  const id = await byHand(world, 0, 0);
  const caller = world.asCarla;
  expect((await caller.pairings.sideBySide({ pairingId: id })).weeks).toEqual([]);
  const setWeek = async (memberId: MemberId, timeZone: string, weekday: number, from: number, to: number) => {
    await caller.profiles.save({ memberId, change: { timeZone: timeZone as TimeZone } });
    await inTx(server.deps.db, world.carla, (tx) =>
      replaceHours(tx, [{ memberId, hours: [{ weekday, from, to }] }]),
    );
  };
  await setWeek(world.mentees[0]!.memberId, 'Asia/Kolkata', 2, 20 * 60, 22 * 60);
  await setWeek(world.mentors[0]!.memberId, 'Europe/Berlin', 2, 0, 1440);
  const { weeks } = await caller.pairings.sideBySide({ pairingId: id });
  expect(weeks.map(({ whose, timeZone }) => [whose, timeZone])).toEqual([
    ['viewer', 'America/Vancouver'],
    ['mentee', 'Asia/Kolkata'],
    ['mentor', 'Europe/Berlin'],
  ]);
  expect(weeks[1]).toMatchObject({
    mentee: [{ weekday: 2, from: 20 * 60, to: 22 * 60 }],
    shared: [{ weekday: 2, from: 20 * 60, to: 22 * 60 }],
  });
  expect(weeks[2]!.mentor).toEqual([{ weekday: 2, from: 0, to: 1440 }]);
  for (const { mentee, shared } of weeks) expect(shared).toEqual(mentee);
});
