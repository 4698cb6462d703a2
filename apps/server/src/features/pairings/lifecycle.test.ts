import { inTx } from '@trellis/db/client';
import { insertMembers } from '@trellis/db/members';
import { saveOffers } from '@trellis/db/offers';
import { findPairings, insertPairings } from '@trellis/db/pairings';
import { insertProgram } from '@trellis/db/programs';
import { saveRequests } from '@trellis/db/requests';
import { makeAgency, newId, testNow } from '@trellis/db/testing-factories';
import type { MemberId, PairingId, ProgramId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { PAIRING_STATUSES, type PairingStatus } from '@trellis/domain/pairings/statuses';
import { mayMove, type Party, TRANSITIONS } from '@trellis/domain/pairings/transitions';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

interface Couple {
  readonly programId: ProgramId;
  readonly pairingId: PairingId;
}

type Way = (caller: Caller, couple: Couple) => Promise<unknown>;
type People = Exclude<Party, 'schedule'>;

const decide =
  (to: 'approved' | 'dismissed' | 'ruled_out' | 'suggested'): Way =>
  (caller, { programId, pairingId }) =>
    caller.pairings.decide({ programId, pairings: [{ pairingId, version: 1 }], to, why: null });
const moveAsStaff =
  (to: 'paused' | 'active' | 'closing' | 'closed'): Way =>
  (caller, { pairingId }) =>
    caller.pairings.move({ pairingId, version: 1, to, resumeOn: null });
const moveOwn =
  (to: 'paused' | 'active' | 'closing' | 'closed' | 'kept'): Way =>
  (caller, { pairingId }) =>
    caller.myPairings.move({ pairingId, to, resumeOn: null });
const answer =
  (said: 'accepted' | 'declined' | 'go_on' | 'not_now'): Way =>
  (caller, { pairingId }) =>
    caller.myPairings.answer({ pairingId, answer: said, words: null });

const either = (way: Way): Partial<Record<People, Way>> => ({ mentor: way, mentee: way });

/**
 * How each party brings a pairing into a status, through the procedures that screens call. Every status is named: a new one
 * does not compile until somebody says how it is reached. Whoever has no way here has no button and no procedure.
 */
const WAYS: Readonly<Record<PairingStatus, Partial<Record<People, Way>>>> = {
  suggested: { coordinator: decide('suggested') },
  approved: { coordinator: decide('approved') },
  invited: {
    coordinator: (caller, { programId, pairingId }) =>
      caller.pairings.publish({ programId, pairingIds: [pairingId] }),
  },
  meeting: either(answer('accepted')),
  active: { coordinator: moveAsStaff('active'), ...either(moveOwn('active')) },
  paused: { coordinator: moveAsStaff('paused'), ...either(moveOwn('paused')) },
  closing: { coordinator: moveAsStaff('closing'), ...either(moveOwn('closing')) },
  kept: either(moveOwn('kept')),
  dismissed: { coordinator: decide('dismissed') },
  ruled_out: { coordinator: decide('ruled_out') },
  declined: either(answer('declined')),
  expired: {},
  withdrawn: {
    coordinator: (caller, { pairingId }) => caller.pairings.withdraw({ pairingId, why: 'a reason' }),
  },
  not_now: either(answer('not_now')),
  closed: { coordinator: moveAsStaff('closed'), ...either(moveOwn('closed')) },
  erased: {},
};

/** Steps the table allows and these procedures still refuse, each for what else must hold (`condition` in the table). */
const HELD_BACK: readonly {
  readonly from: PairingStatus;
  readonly to: PairingStatus;
  readonly why: string;
}[] = [
  { from: 'meeting', to: 'active', why: 'both say that they go on; nobody says it for them' },
  { from: 'closed', to: 'active', why: 'what is closed is reopened with a yes of both' },
];

interface Case {
  readonly to: PairingStatus;
  readonly from: PairingStatus;
  readonly party: People;
  readonly way: Way;
  readonly moves: boolean;
}

const CASES: readonly Case[] = PAIRING_STATUSES.flatMap((to) =>
  (['coordinator', 'mentor', 'mentee'] as const).flatMap((party) => {
    const way = WAYS[to][party];
    if (!way) return [];
    return PAIRING_STATUSES.map((from) => {
      const heldBack = HELD_BACK.some((step) => step.from === from && step.to === to);
      return { to, from, party, way, moves: mayMove(from, to, [party]) && !heldBack };
    });
  }),
);

interface TwoMembers {
  readonly menteeId: MemberId;
  readonly mentorId: MemberId;
}

const PROGRAM = {
  description: null,
  kind: 'mentoring' as const,
  status: 'open' as const,
  objective: 'served' as const,
  consentOrder: 'both_at_once' as const,
  weights: DEFAULT_WEIGHTS,
  rules: DEFAULT_RULES,
  agreementText: null,
};
const NO_PLACE = { occupationId: null, industryId: null };
const NO_WISHES = {
  status: 'open' as const,
  seats: 1,
  from: NO_PLACE,
  towards: NO_PLACE,
  ...{ goals: [], skills: [], industries: [], languages: [], mix: null, note: null, missedRounds: 0 },
};
const NO_LIMITS = {
  status: 'open' as const,
  capacity: 1,
  ...{ goals: [], skills: [], industries: [], note: null, hoursPerMonth: null },
};
const NOTHING_COMPUTED = {
  ...{ roundId: null, requestSeat: 1, offerSeat: 1, origin: 'import' as const },
  ...{ fit: null, trust: null, reach: null, evidence: null, reasons: [] },
};

let server: TestServer;
let carla: Actor;
let asCarla: Caller;
const couples = new Map<Case, Couple & TwoMembers>();

/** Every case has two people of its own, in a program of its own, who are both asked at once: made in one go. */
beforeAll(async () => {
  server = await openTestServer();
  carla = await makeAgency(server.deps.db);
  asCarla = await server.callAs(carla);
  const now = testNow();
  await inTx(server.deps.db, carla, async (tx) => {
    const made = CASES.map((one) => ({
      one,
      programId: newId.program(),
      pairingId: newId.pairing(),
      request: { ...NO_WISHES, id: newId.request(), openedAt: now, memberId: newId.member() },
      offer: { ...NO_LIMITS, id: newId.offer(), memberId: newId.member() },
    }));
    await insertMembers(
      tx,
      made.flatMap(({ request, offer }) => [
        { id: request.memberId, displayName: 'Mentee', roles: ['mentee'] },
        { id: offer.memberId, displayName: 'Mentor', roles: ['mentor'] },
      ]),
      now,
    );
    for (const { programId } of made) {
      await insertProgram(tx, { ...PROGRAM, id: programId, name: programId }, now);
    }
    await saveRequests(
      tx,
      made.map(({ request, programId }) => ({ ...request, programId })),
      now,
    );
    await saveOffers(
      tx,
      made.map(({ offer, programId }) => ({ ...offer, programId })),
      now,
    );
    await insertPairings(
      tx,
      made.map(({ one, programId, pairingId, request, offer }) => ({
        ...NOTHING_COMPUTED,
        id: pairingId,
        programId,
        requestId: request.id,
        offerId: offer.id,
        status: one.from,
      })),
      now,
    );
    for (const { one, programId, pairingId, request, offer } of made) {
      couples.set(one, { programId, pairingId, menteeId: request.memberId, mentorId: offer.memberId });
    }
  });
});
afterAll(() => server.close());

const callerFor = (party: People, { menteeId, mentorId }: TwoMembers): Promise<Caller> | Caller =>
  party === 'coordinator'
    ? asCarla
    : server.callAs({
        agencyId: carla.agencyId,
        memberId: party === 'mentee' ? menteeId : mentorId,
        roles: [party],
      });

const statusOf = (id: PairingId) =>
  inTx(server.deps.db, carla, async (tx) => (await findPairings(tx, [id]))[0]!.status);

for (const to of PAIRING_STATUSES) {
  const cases = CASES.filter((one) => one.to === to);
  if (cases.length === 0) continue;
  describe(`to ${to}`, () => {
    for (const one of cases) {
      test(`${one.party}, from ${one.from}: ${one.moves ? 'moves' : 'stays'}`, async () => {
        const couple = couples.get(one)!;
        if (one.from === 'invited' && to === 'meeting') {
          // What one of two says moves the pairing only with what the other one said.
          const other = one.party === 'mentor' ? 'mentee' : 'mentor';
          await answer('accepted')(await callerFor(other, couple), couple);
        }
        const caller = await callerFor(one.party, couple);
        await one.way(caller, couple).catch((error: unknown) => {
          // A no is one of the answers; a fault is not.
          expect(error).toMatchObject({ code: expect.stringMatching(/^(CONFLICT|NOT_FOUND)$/) });
          expect(one.moves).toBe(false);
        });
        expect(await statusOf(couple.pairingId)).toBe(one.moves ? to : one.from);
      });
    }
  });
}

test('whoever may move a pairing by the table has a way to do it, or it is said here why not', () => {
  const missing = PAIRING_STATUSES.flatMap((to) =>
    TRANSITIONS[to].by
      .filter((party): party is People => party !== 'schedule')
      .filter((party) => !WAYS[to][party])
      .map((party) => `${to} by ${party}`),
  );
  // Erasing a mistake belongs to the member's own page, and asks for more than a button on the board.
  expect(missing).toEqual(['erased by coordinator']);
});
