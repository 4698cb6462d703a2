import { inRead } from '@trellis/db/client';
import { listSeparations } from '@trellis/db/separations';
import { makePairing, makeRequest } from '@trellis/db/testing-factories';
import type { PairingId } from '@trellis/domain/ids';
import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import type { Day } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';
import { byHand, decide, makeBoardWorld, stateOf } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const makeWorld = (mentees: number, mentors: number) => makeBoardWorld(server, mentees, mentors);

describe('deciding', () => {
  test('of two who decide at once exactly one wins, and the other is told by whom', async () => {
    const world = await makeWorld(1, 1);
    const id = await byHand(world, 0, 0);
    const [a, b] = await Promise.all([
      decide(world, world.asCarla, 'approved', [id, 1]),
      decide(world, world.asNoah, 'dismissed', [id, 1]),
    ]);
    expect(a.moved.length + b.moved.length).toBe(1);
    const [winner, loser] = a.moved.length === 1 ? [a, b] : [b, a];
    expect(loser.lost).toHaveLength(1);
    expect(loser.lost[0]!.now).toBe((await stateOf(server, world, winner.moved[0]!.pairingId)).status);
    expect(['Ada Admin', 'Noah']).toContain(loser.lost[0]!.by);
  });

  test('what a screen no longer shows truly is not decided', async () => {
    const world = await makeWorld(1, 1);
    const id = await byHand(world, 0, 0);
    await decide(world, world.asCarla, 'approved', [id, 1]);
    const late = await decide(world, world.asNoah, 'dismissed', [id, 1]);
    expect(late.moved).toEqual([]);
    expect((await stateOf(server, world, id)).status).toBe('approved');
  });

  test('ruling out keeps the two apart everywhere, and taking it back lets them meet', async () => {
    const world = await makeWorld(1, 1);
    const id = await byHand(world, 0, 0);
    const out = await decide(world, world.asCarla, 'ruled_out', [id, 1]);
    expect(await inRead(server.deps.db, world.carla, listSeparations)).toHaveLength(1);
    await expect(byHand(world, 0, 0)).rejects.toMatchObject({ cause: { refusal: { code: 'separated' } } });
    await decide(world, world.asCarla, 'suggested', [id, out.moved[0]!.version]);
    expect(await inRead(server.deps.db, world.carla, listSeparations)).toEqual([]);
    expect((await stateOf(server, world, id)).status).toBe('suggested');
  });

  test('a dismissal can be taken back only while the seats are free', async () => {
    const world = await makeWorld(2, 1);
    const first = await byHand(world, 0, 0);
    const dismissed = await decide(world, world.asCarla, 'dismissed', [first, 1]);
    const second = await byHand(world, 1, 0);
    const taken = await decide(world, world.asCarla, 'suggested', [first, dismissed.moved[0]!.version]);
    expect(taken).toMatchObject({ moved: [], lost: [{ pairingId: first, now: 'dismissed' }] });
    await decide(world, world.asCarla, 'dismissed', [second, 1]);
    const back = await decide(world, world.asCarla, 'suggested', [first, dismissed.moved[0]!.version]);
    expect(back.moved).toHaveLength(1);
  });

  test('nobody approves themselves', async () => {
    const world = await makeWorld(0, 1);
    const request = await makeRequest(server.deps.db, world.carla, {
      programId: world.programId,
      memberId: world.noah.memberId,
    });
    const { moved } = await world.asCarla.pairings.byHand({
      programId: world.programId,
      requestId: request.id,
      offerId: world.mentors[0]!.offerId,
      waive: false,
    });
    await expect(decide(world, world.asNoah, 'approved', [moved[0]!.pairingId, 1])).rejects.toMatchObject({
      cause: { refusal: { code: 'forbidden' } },
    });
  });

  test('a pairing of another agency does not exist', async () => {
    const world = await makeWorld(1, 1);
    const other = await makeWorld(1, 1);
    const id = await byHand(other, 0, 0);
    await expect(decide(world, world.asCarla, 'approved', [id, 1])).rejects.toMatchObject({
      cause: { refusal: { code: 'not_found' } },
    });
  });
});

describe('pairing by hand', () => {
  test('of two for the last seat one wins', async () => {
    const world = await makeWorld(2, 1);
    const hand = (who: Caller, mentee: number) =>
      who.pairings.byHand({
        programId: world.programId,
        requestId: world.mentees[mentee]!.requestId,
        offerId: world.mentors[0]!.offerId,
        waive: false,
      });
    const answers = await Promise.allSettled([hand(world.asCarla, 0), hand(world.asNoah, 1)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = answers.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ cause: { refusal: { code: 'no_room' } } });
  });

  test('a swap moves everybody it names, or nobody', async () => {
    const world = await makeWorld(2, 2);
    const a = await byHand(world, 0, 0);
    const b = await byHand(world, 1, 1);
    const move = (mentee: number, leaves: PairingId, version: number, mentor: number) => ({
      requestId: world.mentees[mentee]!.requestId,
      leaves: { pairingId: leaves, version },
      offerId: world.mentors[mentor]!.offerId,
    });
    await expect(
      world.asCarla.pairings.swap({
        programId: world.programId,
        moves: [move(0, a, 1, 1), move(1, b, 9, 0)],
      }),
    ).rejects.toMatchObject({ cause: { refusal: { code: 'conflict' } } });
    expect((await stateOf(server, world, a)).status).toBe('suggested');

    await world.asCarla.pairings.swap({
      programId: world.programId,
      moves: [move(0, a, 1, 1), move(1, b, 1, 0)],
    });
    const board = await world.asCarla.pairings.board({ programId: world.programId });
    const couples = board.pairings
      .filter(({ status }) => status === 'suggested')
      .map(({ mentee, mentor }) => `${mentee} and ${mentor}`)
      .sort();
    expect(couples).toEqual(['Mentee 0 and Mentor 1', 'Mentee 1 and Mentor 0']);
  });
});

describe('publishing', () => {
  const due = '2026-12-24' as Day;

  test('names everybody who would be left with nothing, and publishes nothing', async () => {
    const world = await makeWorld(2, 1);
    const id = await byHand(world, 0, 0);
    await decide(world, world.asCarla, 'approved', [id, 1]);
    const publish = () => world.asCarla.pairings.publish({ programId: world.programId, pairingIds: [id] });
    await expect(publish()).rejects.toMatchObject({
      cause: {
        refusal: {
          code: 'left_without_next_step',
          facts: { people: [{ name: 'Mentee 1' }] },
        },
      },
    });
    expect((await stateOf(server, world, id)).status).toBe('approved');

    await world.asCarla.nextSteps.promise({
      requestIds: [world.mentees[1]!.requestId],
      kind: 'call',
      words: null,
      ownerId: world.carla.memberId,
      dueOn: due,
    });
    expect((await publish()).published).toEqual([id]);
    expect((await stateOf(server, world, id)).status).toBe('invited');
    const { waiting } = await world.asCarla.pairings.board({ programId: world.programId });
    expect(waiting.map(({ name }) => name)).toEqual(['Mentee 1']);
  });

  test('of publishing and dismissing at once one wins', async () => {
    const world = await makeWorld(1, 1);
    const id = await byHand(world, 0, 0);
    const { moved } = await decide(world, world.asCarla, 'approved', [id, 1]);
    const [published, dismissed] = await Promise.allSettled([
      world.asCarla.pairings.publish({ programId: world.programId, pairingIds: [id] }),
      decide(world, world.asNoah, 'dismissed', [id, moved[0]!.version]),
    ]);
    const { status } = await stateOf(server, world, id);
    if (status === 'invited') {
      expect(dismissed).toMatchObject({ value: { moved: [] } });
    } else {
      expect(status).toBe('dismissed');
      expect(published.status).toBe('rejected');
    }
  });

  test('only what is approved can be published, whatever the status', async () => {
    for (const status of LIVE_STATUSES.filter((one) => one !== 'approved')) {
      const world = await makeWorld(1, 1);
      const pairing = await makePairing(server.deps.db, world.carla, {
        request: { id: world.mentees[0]!.requestId, programId: world.programId },
        offer: { id: world.mentors[0]!.offerId },
        status,
        origin: 'import',
      });
      await expect(
        world.asCarla.pairings.publish({ programId: world.programId, pairingIds: [pairing] }),
      ).rejects.toMatchObject({ cause: { refusal: { code: 'conflict' } } });
    }
  });
});

test('a note is for staff, with its author', async () => {
  const world = await makeWorld(1, 1);
  const id = await byHand(world, 0, 0);
  await world.asNoah.pairings.note({ pairingId: id, body: 'They met at the fair.' });
  const { pairings } = await world.asCarla.pairings.board({ programId: world.programId });
  expect(pairings[0]!.notes).toMatchObject([{ author: 'Noah', body: 'They met at the fair.' }]);
});

test('side by side: both people, and what they share', async () => {
  const world = await makeWorld(1, 1);
  const id = await byHand(world, 0, 0);
  const view = await world.asCarla.pairings.sideBySide({ pairingId: id });
  expect(view.mentee.name).toBe('Mentee 0');
  expect(view.mentor.name).toBe('Mentor 0');
});
