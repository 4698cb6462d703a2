import { listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { loadRoundPairs } from '@trellis/db/reads/round-pairs';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { insertRound, listWaiting, loadSnapshot } from '@trellis/db/rounds';
import {
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  testNow,
} from '@trellis/db/testing-factories';
import type { RoundId } from '@trellis/domain/ids';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import { readBoard } from '../pairings/read-board.ts';
import { cancelRound } from './cancel-round.ts';
import { failInterruptedRounds } from './fail-interrupted-rounds.ts';
import { openMatches } from './matches.ts';
import { readProgress, readRound } from './reads.ts';
import { replayRound } from './replay-round.ts';
import { smallestChange } from './smallest-change.ts';
import { startRound } from './start-round.ts';
import { makeSmallWorld, roundsOf, type SmallWorld } from './testing.ts';
import { watchProgress } from './watch-progress.ts';
import { whatIf } from './what-if.ts';
import { readWhatIfChoices } from './what-if-choices.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Starts a round and waits for its end. */
const run = async (world: SmallWorld): Promise<RoundId> => {
  const decision = await startRound(server.deps, world.staff, { programId: world.programId });
  if (!decision.ok) throw new Error(decision.refusal.code);
  await decision.value.done;
  return decision.value.round.roundId;
};

const view = async (world: SmallWorld, id: RoundId) => {
  const decision = await readRound(server.deps, world.staff, id);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
};

describe('a round', () => {
  test('is planned, proved and saved, with who waits and why', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const id = await run(world);
    const round = await view(world, id);
    expect(round).toMatchObject({
      number: 1,
      status: 'ready',
      progress: 100,
      served: 2,
      seats: 3,
      failure: null,
    });
    expect(round.certificate).toMatchObject({ ok: true, served: 2, pairs: 6 });
    expect(round.waiting).toHaveLength(1);
    expect(round.waiting[0]).toMatchObject({ missedRounds: 1 });
    expect(round.waiting[0]!.causes[0]).toMatchObject({ code: 'contested', facts: { allowed: 2, seats: 2 } });
    expect(await inRead(server.deps.db, world.staff, (read) => loadRoundPairs(read, id))).toHaveLength(2);
    const audit = await inRead(server.deps.db, world.staff, (read) => listAudit(read, { limit: 10 }));
    expect(audit.map(({ action }) => action)).toEqual([
      'round.ready',
      'pairing.suggested',
      'pairing.suggested',
      'round.started',
    ]);
  });

  test('on the board only those wait who have no suggestion there, with their causes, and full mentors are not free', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const round = await view(world, await run(world));
    const board = await readBoard(server.deps, world.staff, { programId: world.programId });
    if (!board.ok) throw new Error(board.refusal.code);
    const { waiting, free, pairings } = board.value;
    expect(pairings.map(({ status }) => status)).toEqual(['suggested', 'suggested']);
    expect(waiting.map(({ requestId }) => requestId)).toEqual(
      round.waiting.map(({ requestId }) => requestId),
    );
    expect(waiting[0]!.causes).toEqual(round.waiting[0]!.causes);
    expect(free).toEqual([]);
  });

  test('keeps what staff decided, replaces what nobody decided, and counts missed rounds once', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const first = await run(world);
    const second = await run(world);
    expect((await view(world, first)).status).toBe('superseded');
    expect((await view(world, second)).served).toBe(2);
    const waiting = await inRead(server.deps.db, world.staff, (read) => listWaiting(read, second));
    const requests = await inRead(server.deps.db, world.staff, (read) =>
      loadRequestsOfProgram(read, world.programId),
    );
    expect(requests.filter(({ missedRounds }) => missedRounds > 0).map(({ id }) => id)).toEqual(
      waiting.map(({ requestId }) => requestId),
    );
  });

  test('leaves the seats of pairings made by hand alone', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 1 });
    const { db } = server.deps;
    const request = await makeRequest(db, world.staff, { programId: world.programId });
    const offer = await makeOffer(db, world.staff, { programId: world.programId });
    await makePairing(db, world.staff, { request, offer });
    const id = await run(world);
    expect(await view(world, id)).toMatchObject({ served: 1, seats: 2 });
    const pairs = await inRead(db, world.staff, (read) => loadRoundPairs(read, id));
    expect(pairs.map(({ requestId }) => requestId)).not.toContain(request.id);
  });

  test('is the same when run again from its snapshot, also after people changed', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 5, mentors: 4 });
    const id = await run(world);
    const snapshot = await inRead(server.deps.db, world.staff, (read) => loadSnapshot(read, id));
    await makeOffer(server.deps.db, world.staff, { programId: world.programId, skills: [world.skill] });
    expect(await replayRound(server.deps, world.staff, { roundId: id })).toEqual({
      ok: true,
      value: { same: true, pairings: 4 },
    });
    const outcome = await server.deps.matches.replay(snapshot!);
    expect(outcome).toMatchObject({ status: 'answered', snapshot });
  });

  test('tells its progress until it ends', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const decision = await startRound(server.deps, world.staff, { programId: world.programId });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const { roundId } = decision.value.round;
    const heard: string[] = [];
    const stop = AbortSignal.timeout(15_000);
    for await (const { status } of watchProgress(server.deps, world.staff, roundId, stop)) heard.push(status);
    expect(heard.at(-1)).toBe('ready');
    await decision.value.done;
  });
});

describe('starting', () => {
  test('two at once: one wins, the other hears that a round is running', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const start = () => startRound(server.deps, world.staff, { programId: world.programId });
    const decisions = await Promise.all([start(), start(), start()]);
    const won = decisions.filter((one) => one.ok);
    expect(won).toHaveLength(1);
    const { roundId } = won[0]!.value.round;
    for (const lost of decisions.filter((one) => !one.ok)) {
      expect(lost.refusal).toEqual({ code: 'round_running', facts: { roundId } });
    }
    await won[0]!.value.done;
    expect(await roundsOf(server.deps, world)).toHaveLength(1);
  });

  test('nobody ready: nothing to match, and no round', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 0 });
    await makeOffer(server.deps.db, world.staff, { programId: world.programId, capacity: null });
    const decision = await startRound(server.deps, world.staff, { programId: world.programId });
    expect(decision).toEqual({
      ok: false,
      refusal: { code: 'nothing_to_match', facts: { requests: 2, offers: 0 } },
    });
    expect(await roundsOf(server.deps, world)).toHaveLength(0);
  });

  test('a closed program runs no round', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const programId = await makeProgram(server.deps.db, world.staff, { status: 'draft' });
    const decision = await startRound(server.deps, world.staff, { programId });
    expect(decision).toMatchObject({ refusal: { code: 'program_not_open' } });
  });

  test('a retried call meets its own round', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 2 });
    const staff = { ...world.staff, call: { key: 'one-and-the-same', requestHash: 'x' } };
    const first = await startRound(server.deps, staff, { programId: world.programId });
    const again = await startRound(server.deps, staff, { programId: world.programId });
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value.round).toEqual(first.value.round);
    await first.value.done;
    expect(await roundsOf(server.deps, world)).toHaveLength(1);
  });
});

describe('ending early', () => {
  test('canceled: nothing of it is kept, and the next can start at once', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const decision = await startRound(server.deps, world.staff, { programId: world.programId });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const { round, done } = decision.value;
    expect(await cancelRound(server.deps, world.staff, round)).toEqual({ ok: true, value: round });
    await done;
    expect(await view(world, round.roundId)).toMatchObject({ status: 'cancelled', report: null });
    expect(await inRead(server.deps.db, world.staff, (read) => loadRoundPairs(read, round.roundId))).toEqual(
      [],
    );
    expect((await view(world, await run(world))).status).toBe('ready');
  });

  test('a round that was faster than cancel says so', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const roundId = await run(world);
    expect(await cancelRound(server.deps, world.staff, { roundId })).toMatchObject({
      refusal: { code: 'conflict', facts: { now: 'ready' } },
    });
  });

  test('a thread that dies fails the round with a reason', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const matches = {
      ...server.deps.matches,
      plan: async () => ({ status: 'crashed' as const, error: new Error('out of memory') }),
    };
    const decision = await startRound({ ...server.deps, matches }, world.staff, {
      programId: world.programId,
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    await decision.value.done;
    const { roundId } = decision.value.round;
    expect(await view(world, roundId)).toMatchObject({ status: 'failed', failure: 'crashed' });
  });

  test('a round whose process died is failed at the start of a server, one that runs is not', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const id = server.deps.ids.next() as RoundId;
    const { programId, staff } = world;
    await inTx(server.deps.db, staff, (tx) =>
      insertRound(
        tx,
        {
          id,
          programId,
          objective: 'served',
          weights: DEFAULT_WEIGHTS,
          rules: DEFAULT_RULES,
          seed: 1,
          createdBy: staff.memberId,
        },
        testNow(),
      ),
    );
    await failInterruptedRounds(server.deps, { agencyId: staff.agencyId, memberId: null });
    expect(await view(world, id)).toMatchObject({ status: 'failed', failure: 'interrupted' });

    const decision = await startRound(server.deps, staff, { programId });
    if (!decision.ok) throw new Error(decision.refusal.code);
    await failInterruptedRounds(server.deps, { agencyId: staff.agencyId, memberId: null });
    await decision.value.done;
    expect((await view(world, decision.value.round.roundId)).status).toBe('ready');
  });

  test('one that finds others before it waits for its turn, and says so', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const matches = openMatches(1);
    const giveBack = await matches.turn();
    const decision = await startRound({ ...server.deps, matches }, world.staff, {
      programId: world.programId,
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const { roundId } = decision.value.round;
    await vi.waitFor(async () => expect((await view(world, roundId)).phase).toBe('waiting'), 10_000);
    expect((await view(world, roundId)).status).toBe('running');
    giveBack();
    await decision.value.done;
    expect((await view(world, roundId)).status).toBe('ready');
    await matches.close();
  });

  test('a seat that was taken meanwhile: the round begins anew and fits in', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 2 });
    const { db, matches } = server.deps;
    let plans = 0;
    const busy = {
      ...matches,
      plan: async (...all: Parameters<typeof matches.plan>) => {
        const outcome = await matches.plan(...all);
        if (plans++ === 0 && outcome.status === 'answered' && outcome.result.status === 'planned') {
          const { requestId, offerId } = outcome.result.pairings[0]!;
          const request = { id: requestId, programId: world.programId };
          await makePairing(db, world.staff, { request, offer: { id: offerId }, status: 'approved' });
        }
        return outcome;
      },
    };
    const decision = await startRound({ ...server.deps, matches: busy }, world.staff, {
      programId: world.programId,
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    await decision.value.done;
    expect(plans).toBe(2);
    expect(await view(world, decision.value.round.roundId)).toMatchObject({ status: 'ready', served: 1 });
  });
});

describe('questions about a saved round', () => {
  test('what if: who would meet somebody else, and nothing is saved', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const roundId = await run(world);
    const pairs = await inRead(server.deps.db, world.staff, (read) => loadRoundPairs(read, roundId));
    const same = await whatIf(server.deps, world.staff, { roundId });
    expect(same).toMatchObject({ value: { status: 'compared', stay: 2, changed: [] } });
    const decision = await whatIf(server.deps, world.staff, {
      roundId,
      capacities: [{ offerId: pairs[0]!.offerId, capacity: 2 }],
    });
    expect(decision).toMatchObject({
      value: { status: 'compared', before: { served: 2 }, after: { served: 3, waiting: 0 } },
    });
    if (decision.ok && decision.value.status === 'compared') {
      expect(decision.value.changed[0]!.mentee).toMatch(/^Mentee/);
      expect(decision.value.changed[0]!.after[0]!.name).toMatch(/^Mentor/);
      expect(decision.value.changed[0]!.change).toBe('gains');
    }
    expect(await roundsOf(server.deps, world)).toHaveLength(1);
  });

  test('what if mentors joined: one like a mentor there is, or of a kind', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 4, mentors: 1 });
    const roundId = await run(world);
    const choices = await readWhatIfChoices(server.deps, world.staff, { roundId });
    if (!choices.ok) throw new Error(choices.refusal.code);
    expect(choices.value.offers).toMatchObject([{ name: 'Mentor 0', capacity: 1, held: 0 }]);
    const kind = { skills: [world.skill], industries: [], languages: [], dayParts: [], timeZone: null };
    const decision = await whatIf(server.deps, world.staff, {
      roundId,
      mentors: [
        { from: 'offer', offerId: choices.value.offers[0]!.offerId, seats: 1, count: 1 },
        { from: 'kind', kind, seats: 1, count: 2 },
      ],
    });
    expect(decision).toMatchObject({
      value: { status: 'compared', before: { served: 1 }, after: { served: 4, waiting: 0 } },
    });
    if (decision.ok && decision.value.status === 'compared') {
      const added = decision.value.changed.flatMap(({ after }) => after.map((mentor) => mentor.added));
      expect(added.filter((group) => group === 1)).toHaveLength(2);
      expect(added).toContain(0);
    }
  });

  test('a question that nobody waits for is not answered, and the next one is', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 1 });
    const roundId = await run(world);
    const gone = AbortSignal.abort();
    expect(await whatIf(server.deps, world.staff, { roundId }, gone)).toMatchObject({
      value: { status: 'stopped' },
    });
    const leaving = new AbortController();
    const answer = whatIf(server.deps, world.staff, { roundId }, leaving.signal);
    setTimeout(() => leaving.abort(), 5);
    const outcome = await answer;
    expect(outcome.ok && ['stopped', 'compared'].includes(outcome.value.status)).toBe(true);
    expect(await whatIf(server.deps, world.staff, { roundId })).toMatchObject({
      value: { status: 'compared' },
    });
  });

  test('the smallest change for one who waits', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
    const roundId = await run(world);
    const { requestId } = (await view(world, roundId)).waiting[0]!;
    const decision = await smallestChange(server.deps, world.staff, { roundId, requestId });
    expect(decision).toMatchObject({ value: { status: 'found', size: 1 } });
    if (decision.ok && decision.value.status === 'found')
      expect(decision.value.ways[0]).toMatchObject({ capacity: 2, waive: [] });
  });
});

describe('why not these two', () => {
  test('they are paired; it would cost somebody a seat; one took no part', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 2, mentors: 1 });
    const full = await makeMember(server.deps.db, world.staff, { displayName: 'Full', roles: ['mentor'] });
    const resting = await makeOffer(server.deps.db, world.staff, {
      programId: world.programId,
      memberId: full,
      capacity: 0,
    });
    await run(world);
    const staff = await server.callAs(world.staff);
    const board = await readBoard(server.deps, world.staff, { programId: world.programId });
    if (!board.ok) throw new Error(board.refusal.code);
    const [pairing] = board.value.pairings;
    const [waiting] = board.value.waiting;
    const { programId } = world;
    const { requestId, offerId } = pairing!;
    expect(await staff.pairings.whyNot({ programId, requestId, offerId })).toEqual({ kind: 'planned' });

    const swapped = await staff.pairings.whyNot({ programId, requestId: waiting!.requestId, offerId });
    expect(swapped).toMatchObject({
      kind: 'trade',
      alternative: { mentee: waiting!.name, mentor: 'Mentor 0', trade: { served: 0 }, noTrade: null },
    });
    const moved = swapped.kind === 'trade' ? swapped.alternative.trade!.changes : [];
    expect(new Set(moved.map((change) => `${change.requestId} ${change.to}`))).toEqual(
      new Set([`${requestId} null`, `${waiting!.requestId} Mentor 0`]),
    );

    expect(await staff.pairings.whyNot({ programId, requestId, offerId: resting.id })).toEqual({
      kind: 'offer_not_ready',
      reason: 'capacity_zero',
    });
  });

  test('an agency asks about its own rounds only', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    await run(world);
    const other = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const board = await readBoard(server.deps, world.staff, { programId: world.programId });
    if (!board.ok) throw new Error(board.refusal.code);
    const { requestId, offerId } = board.value.pairings[0]!;
    const elsewhere = await server.callAs(other.staff);
    await expect(
      elsewhere.pairings.whyNot({ programId: world.programId, requestId, offerId }),
    ).rejects.toThrow('not_found');
  });
});

describe('who may', () => {
  test('staff only, and nobody of another agency', async () => {
    const world = await makeSmallWorld(server.deps, { mentees: 1, mentors: 1 });
    const roundId = await run(world);
    const memberId = await makeMember(server.deps.db, world.staff, {
      roles: ['mentee', 'mentor', 'consultant'],
    });
    const mentee = await server.callAs({
      ...world.staff,
      memberId,
      roles: ['mentee', 'mentor', 'consultant'],
    });
    const { programId } = world;
    await expect(mentee.rounds.start({ programId })).rejects.toThrow('forbidden');
    await expect(mentee.rounds.ofProgram({ programId })).rejects.toThrow('forbidden');
    await expect(mentee.rounds.one({ roundId })).rejects.toThrow('forbidden');
    await expect(mentee.rounds.whatIf({ roundId })).rejects.toThrow('forbidden');
    await expect(mentee.programs.one({ programId })).rejects.toThrow('forbidden');
    await expect(mentee.programs.readiness({ programId })).rejects.toThrow('forbidden');
    await expect(mentee.separations.list()).rejects.toThrow('forbidden');

    const other = await makeSmallWorld(server.deps, { mentees: 0, mentors: 0 });
    const elsewhere = await server.callAs(other.staff);
    await expect(elsewhere.rounds.start({ programId })).rejects.toThrow('not_found');
    await expect(elsewhere.rounds.one({ roundId })).rejects.toThrow('not_found');
    await expect(elsewhere.rounds.cancel({ roundId })).rejects.toThrow('not_found');
    expect(await elsewhere.rounds.ofProgram({ programId })).toEqual([]);
    expect(await readProgress(server.deps, other.staff, roundId)).toBeNull();
  });
});
