import type { Actor } from '@trellis/domain/members/actor';
import { DEFAULT_RULES } from '@trellis/domain/programs/settings';
import type { TimeZone } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRead, inTx, type Read, type Tx } from './client.ts';
import { brokenConstraint } from './constraint-errors.ts';
import { findMembersBySourceRef, insertMembers, updateMembers } from './members.ts';
import { findOffer, listOffersOfMember, loadOffersOfProgram, saveOffers, setOfferStatus } from './offers.ts';
import { saveProfileParts } from './profile-parts.ts';
import { loadProfilesOfProgram } from './profiles.ts';
import { findProgram, listPrograms, lockProgram, setProgramStatus, updateProgram } from './programs.ts';
import {
  countMissedRound,
  findRequest,
  listRequestsOfMember,
  loadRequestsOfProgram,
  type SavedRequest,
  saveRequests,
  setRequestStatus,
} from './requests.ts';
import { pairing } from './schema/pairings.ts';
import { inChunks } from './sets.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import {
  makeAgency,
  makeOffer,
  makeProgram,
  makeRequest,
  makeTerm,
  newId,
  testNow,
} from './testing-factories.ts';
import { listWishesFor, listWishesOfProgram, listWishesOfRequests, replaceWishes } from './wishes.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  admin = await makeAgency(database.db);
});
afterAll(() => database.close());

const write = <T>(work: (tx: Tx) => Promise<T>) => inTx(database.db, admin, work);
const read = <T>(work: (read: Read) => Promise<T>) => inRead(database.db, admin, work);

describe('programs', () => {
  test('change only from the version that was seen, and only between statuses named', async () => {
    const id = await makeProgram(database.db, admin, { name: 'Spring', status: 'draft' });
    const patch = { rules: { ...DEFAULT_RULES, maxTimeZoneHours: 6 }, objective: 'total' as const };
    const both = await Promise.all([
      write((tx) => updateProgram(tx, id, { version: 1, patch }, testNow())),
      write((tx) => updateProgram(tx, id, { version: 1, patch }, testNow())),
    ]);
    expect(both.sort()).toEqual([false, true]);
    expect(await read((r) => findProgram(r, id))).toMatchObject({
      version: 2,
      rules: patch.rules,
      objective: 'total',
    });
    expect(await write((tx) => setProgramStatus(tx, id, { from: ['open'], to: 'closed' }, testNow()))).toBe(
      false,
    );
    expect(await write((tx) => setProgramStatus(tx, id, { from: ['draft'], to: 'open' }, testNow()))).toBe(
      true,
    );
    expect((await write((tx) => lockProgram(tx, id)))?.status).toBe('open');
    expect((await read(listPrograms)).map((row) => row.name)).toContain('Spring');
    await expect(
      makeProgram(database.db, admin, { name: 'Spring' }).catch(brokenConstraint),
    ).resolves.toMatchObject({
      name: 'program_name_key',
    });
  });
});

describe('requests and offers', () => {
  test('come back whole and are brought to what is given', async () => {
    const programId = await makeProgram(database.db, admin);
    const [goal, skill, other] = [
      await makeTerm(database.db, admin, 'goal', 'First job in a new field'),
      await makeTerm(database.db, admin, 'skill', 'SQL'),
      await makeTerm(database.db, admin, 'skill', 'Python'),
    ];
    const giver = await makeOffer(database.db, admin, {
      programId,
      capacity: null,
      goals: [goal],
      skills: [skill],
    });
    const saved = await makeRequest(database.db, admin, {
      programId,
      seats: 2,
      goals: [goal],
      skills: [{ termId: skill, need: 'must' }],
      languages: ['de', 'en'],
      mix: 70,
    });
    await write((tx) =>
      replaceWishes(
        tx,
        programId,
        [saved.id],
        [{ requestId: saved.id, offerId: giver.id, rank: 1, line: 'She did it too' }],
      ),
    );
    expect(await read((r) => findRequest(r, saved.id))).toEqual({
      ...saved,
      wishes: [{ offerId: giver.id, rank: 1 }],
    });
    expect(await read((r) => findOffer(r, giver.id))).toEqual(giver);

    const changed: SavedRequest = {
      ...saved,
      status: 'withdrawn',
      missedRounds: 9,
      goals: [],
      skills: [{ termId: other, need: 'nice' }],
      note: 'evenings',
    };
    await write((tx) => saveRequests(tx, [changed], testNow()));
    expect(await read((r) => findRequest(r, saved.id))).toMatchObject({
      status: 'open',
      missedRounds: 0,
      goals: [],
      skills: [{ termId: other, need: 'nice' }],
      note: 'evenings',
    });
    await write((tx) => saveOffers(tx, [{ ...giver, capacity: 0, goals: [] }], testNow()));
    expect(await read((r) => findOffer(r, giver.id))).toMatchObject({
      capacity: 0,
      goals: [],
      skills: [skill],
    });
    expect(await read((r) => listOffersOfMember(r, giver.memberId))).toHaveLength(1);
    expect(await read((r) => listRequestsOfMember(r, saved.memberId))).toHaveLength(1);
    expect(await read((r) => loadRequestsOfProgram(r, programId))).toHaveLength(1);
  });

  test('move between the statuses named, and the first opening is remembered', async () => {
    const programId = await makeProgram(database.db, admin);
    const seeker = await makeRequest(database.db, admin, { programId, status: 'draft', openedAt: null });
    const opened = testNow();
    const move = (from: 'draft' | 'open' | 'paused', to: 'open' | 'paused', now = testNow()) =>
      write((tx) => setRequestStatus(tx, [seeker.id, newId.request()], { from: [from], to }, now));
    expect(await move('draft', 'open', opened)).toEqual([seeker.id]);
    expect(await move('draft', 'open')).toEqual([]);
    await move('open', 'paused');
    await move('paused', 'open');
    await write((tx) => countMissedRound(tx, [seeker.id]));
    expect(await read((r) => findRequest(r, seeker.id))).toMatchObject({
      status: 'open',
      openedAt: opened,
      missedRounds: 1,
    });
    const giver = await makeOffer(database.db, admin, { programId });
    expect(
      await write((tx) => setOfferStatus(tx, [giver.id], { from: ['open'], to: 'paused' }, testNow())),
    ).toEqual([giver.id]);
  });

  test('one member has one offer in a program', async () => {
    const programId = await makeProgram(database.db, admin);
    const giver = await makeOffer(database.db, admin, { programId });
    await expect(
      makeOffer(database.db, admin, { programId, memberId: giver.memberId }).catch(brokenConstraint),
    ).resolves.toMatchObject({ name: 'offer_member_key' });
  });
});

describe('wishes', () => {
  test('are ranked 1 to 5, each rank and each offer once', async () => {
    const programId = await makeProgram(database.db, admin);
    const seeker = await makeRequest(database.db, admin, { programId });
    const offers = await Promise.all([1, 2].map(() => makeOffer(database.db, admin, { programId })));
    const wish = (i: number, rank: number) => ({
      requestId: seeker.id,
      offerId: offers[i]!.id,
      rank,
      line: null,
    });
    const save = (...wishes: ReturnType<typeof wish>[]) =>
      write((tx) => replaceWishes(tx, programId, [seeker.id], wishes));
    await save(wish(0, 2), wish(1, 1));
    expect((await read((r) => listWishesOfRequests(r, [seeker.id]))).map((row) => row.offerId)).toEqual([
      offers[1]!.id,
      offers[0]!.id,
    ]);
    await expect(save(wish(0, 1), wish(1, 1)).catch(brokenConstraint)).resolves.toMatchObject({
      name: 'wish_rank_key',
    });
    await expect(save(wish(0, 6)).catch(brokenConstraint)).resolves.toMatchObject({
      name: 'wish_rank_check',
    });
    await save(wish(0, 1));
    expect(await read((r) => listWishesOfProgram(r, programId))).toEqual([wish(0, 1)]);
    expect(await read((r) => listWishesFor(r, offers[1]!.id))).toEqual([]);
  });
});

describe('a market of five thousand', () => {
  test('goes in, changes and comes out in sets', async () => {
    const PEOPLE = 5000;
    const programId = await makeProgram(database.db, admin);
    const skills = await Promise.all(
      Array.from({ length: 20 }, (_, n) => makeTerm(database.db, admin, 'skill', `Skill ${n}`)),
    );
    const people = Array.from({ length: PEOPLE }, (_, n) => ({
      id: newId.member(),
      displayName: `Person ${n}`,
      email: `p${n}@example.org`,
      sourceRef: `big:${n}`,
      timeZone: 'Europe/Berlin' as TimeZone,
      roles: [n % 5 === 0 ? ('mentor' as const) : ('mentee' as const)],
    }));
    await write(async (tx) => {
      await insertMembers(tx, people, testNow());
      await saveProfileParts(
        tx,
        people.map(({ id }, n) => ({
          memberId: id,
          parts: {
            skills: [0, 1, 2, 3].map((k) => ({ termId: skills[(n + k * 3) % 20]!, level: 3 as const })),
            languages: ['en', 'de'],
            hours: [{ weekday: 1, from: 540, to: 1020 }],
            style: { plan_or_explore: 2 },
          },
        })),
      );
      await saveRequests(
        tx,
        people
          .filter((_, n) => n % 5 !== 0)
          .map(({ id }, n) => ({
            id: newId.request(),
            programId,
            memberId: id,
            status: 'open',
            seats: 1,
            from: { occupationId: null, industryId: null },
            towards: { occupationId: null, industryId: null },
            goals: [],
            skills: [{ termId: skills[n % 20]!, need: 'nice' }],
            industries: [],
            languages: ['en'],
            mix: null,
            note: null,
            openedAt: testNow(),
            missedRounds: 0,
          })),
        testNow(),
      );
      await saveOffers(
        tx,
        people
          .filter((_, n) => n % 5 === 0)
          .map(({ id }, n) => ({
            id: newId.offer(),
            programId,
            memberId: id,
            status: 'open',
            capacity: 4,
            goals: [],
            skills: [skills[n % 20]!],
            industries: [],
            note: null,
            hoursPerMonth: null,
          })),
        testNow(),
      );
    });
    const found = await read((r) =>
      findMembersBySourceRef(
        r,
        people.map((person) => person.sourceRef),
      ),
    );
    await write((tx) =>
      updateMembers(
        tx,
        found.map(({ id }) => ({ id, patch: { country: 'DE' } })),
        testNow(),
      ),
    );
    const market = await read(async (r) => ({
      profiles: await loadProfilesOfProgram(r, programId),
      requests: await loadRequestsOfProgram(r, programId),
      offers: await loadOffersOfProgram(r, programId),
    }));
    const seats = new Map(market.offers.map((offer) => [offer.id, 0]));
    await write((tx) =>
      inChunks(market.requests, (chunk) =>
        tx.orm.insert(pairing).values(
          chunk.map((request, n) => {
            const offerId = market.offers[n % 1000]!.id;
            const offerSeat = seats.get(offerId)! + 1;
            seats.set(offerId, offerSeat);
            return {
              agencyId: tx.agencyId,
              id: newId.pairing(),
              programId,
              requestId: request.id,
              requestSeat: 1,
              offerId,
              offerSeat,
              status: 'suggested' as const,
              origin: 'round' as const,
              reasons: [],
              createdAt: testNow(),
              updatedAt: testNow(),
            };
          }),
        ),
      ),
    );
    expect([found.length, market.profiles.length, market.requests.length, market.offers.length]).toEqual([
      PEOPLE,
      PEOPLE,
      4000,
      1000,
    ]);
    expect(market.profiles.every((profile) => profile.skills.length === 4 && profile.country === 'DE')).toBe(
      true,
    );
  });
});
