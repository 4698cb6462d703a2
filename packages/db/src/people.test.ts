import type { AccountId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Locale, TimeZone } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRead, inTx, type Read, type Tx } from './client.ts';
import { brokenConstraint } from './constraint-errors.ts';
import {
  addRoles,
  findMember,
  findMemberByAccount,
  findMembersByEmail,
  findMembersBySourceRef,
  listMembers,
  lockHolders,
  setRoles,
  updateMember,
  updateMembers,
} from './members.ts';
import { removeProfileParts, saveProfileParts } from './profile-parts.ts';
import { loadProfile, loadProfiles, loadProfilesOfProgram } from './profiles.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makeProgram,
  makeRequest,
  makeTerm,
  newId,
  testNow,
} from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase({ connections: 6 });
  admin = await makeAgency(database.db);
});
afterAll(() => database.close());

const write = <T>(work: (tx: Tx) => Promise<T>) => inTx(database.db, admin, work);
const read = <T>(work: (read: Read) => Promise<T>) => inRead(database.db, admin, work);

describe('members', () => {
  test('are found by what is known of them', async () => {
    const odd = `o'neil, "x"; {y}\\`;
    const id = await makeMember(database.db, admin, {
      displayName: 'Zoë O’Neil',
      email: 'zoe@example.org',
      sourceRef: odd,
      roles: ['mentor', 'mentee'],
    });
    await database.db
      .sql`insert into sign_in_user (id, name, email) values ('acc-1', 'Z', 'zoe@example.org')`;
    await makeMember(database.db, admin, { accountId: 'acc-1' as AccountId });
    expect(await read((r) => findMember(r, id))).toMatchObject({
      id,
      status: 'active',
      headline: null,
      roles: ['mentee', 'mentor'],
      version: 1,
    });
    expect(
      (await read((r) => findMembersByEmail(r, ['zoe@example.org', 'nobody@example.org']))).map((m) => m.id),
    ).toEqual([id]);
    expect((await read((r) => findMembersBySourceRef(r, [odd, 'x']))).map((m) => m.id)).toEqual([id]);
    expect(await read((r) => findMemberByAccount(r, 'acc-1' as AccountId))).not.toBe(null);
    expect((await read((r) => listMembers(r, { role: 'mentor' }))).map((m) => m.id)).toEqual([id]);
    expect(await read((r) => findMembersByEmail(r, []))).toEqual([]);
  });

  test('moments come back as they went in', async () => {
    const now = testNow();
    const id = await makeMember(database.db, admin);
    await write((tx) => updateMember(tx, id, { about: 'x' }, now));
    expect(await read((r) => findMember(r, id))).toMatchObject({ updatedAt: now, version: 2 });
  });

  test('are changed many at once, each in its own fields, blanks left alone', async () => {
    const [a, b] = [
      await makeMember(database.db, admin, { headline: 'keep', country: 'CA' }),
      await makeMember(database.db, admin, { headline: 'old' }),
    ];
    await write((tx) =>
      updateMembers(
        tx,
        [
          { id: a, patch: { country: null, employer: 'Acme', locale: 'de' as Locale } },
          { id: b, patch: { headline: 'new', timeZone: 'Asia/Kolkata' as TimeZone } },
        ],
        testNow(),
      ),
    );
    expect(await read((r) => findMember(r, a))).toMatchObject({
      headline: 'keep',
      country: null,
      employer: 'Acme',
      locale: 'de',
    });
    expect(await read((r) => findMember(r, b))).toMatchObject({ headline: 'new', timeZone: 'Asia/Kolkata' });
  });

  test('a bulk change cannot take a name away', async () => {
    const id = await makeMember(database.db, admin);
    const nameless = write((tx) =>
      updateMembers(tx, [{ id, patch: { displayName: null as never } }], testNow()),
    );
    await expect(nameless.catch(brokenConstraint)).resolves.toMatchObject({ kind: 'not_null' });
  });

  test('two admins who take the role from each other: one keeps it', async () => {
    const other = await makeAgency(database.db);
    const second = await makeMember(database.db, other, { roles: ['admin'] });
    const takeFrom = (victim: typeof second) =>
      inTx(database.db, other, async (tx) => {
        const holders = await lockHolders(tx, 'admin');
        if (holders.filter((id) => id !== victim).length === 0) return 'last';
        await setRoles(tx, victim, ['mentor']);
        return 'taken';
      });
    const answers = await Promise.all([takeFrom(second), takeFrom(other.memberId)]);
    expect(answers.sort()).toEqual(['last', 'taken']);
  });

  test('a role twice is one role', async () => {
    const memberId = await makeMember(database.db, admin, { roles: ['mentee'] });
    await write((tx) =>
      addRoles(tx, [
        { memberId, role: 'mentee' },
        { memberId, role: 'mentor' },
      ]),
    );
    expect((await read((r) => findMember(r, memberId)))?.roles).toEqual(['mentee', 'mentor']);
  });
});

describe('profiles', () => {
  test('come back whole, and a part that is not named stays', async () => {
    const memberId = await makeMember(database.db, admin, {
      displayName: 'Amara',
      headline: 'Nurse, soon analyst',
      country: 'KE',
      timeZone: 'Africa/Nairobi' as TimeZone,
    });
    const skill = await makeTerm(database.db, admin, 'skill', 'Statistics');
    const industry = await makeTerm(database.db, admin, 'industry', 'Health care');
    const occupation = await makeTerm(database.db, admin, 'occupation', 'Nurse');
    const steps = [newId.careerStep(), newId.careerStep()] as const;
    await write((tx) =>
      saveProfileParts(tx, [
        {
          memberId,
          parts: {
            skills: [{ termId: skill, level: 3 }],
            industries: [{ termId: industry, years: null }],
            career: [
              {
                id: steps[1],
                occupationId: null,
                industryId: industry,
                employer: 'Clinic',
                fromYear: 2020,
                toYear: null,
              },
              {
                id: steps[0],
                occupationId: occupation,
                industryId: null,
                employer: null,
                fromYear: null,
                toYear: 2019,
              },
            ],
            languages: ['sw', 'en', 'en'],
            style: { plan_or_explore: 4, talk_or_write: 1 },
            visibility: { about: 'self' },
            hours: [
              { weekday: 1, from: 1320, to: 1440 },
              { weekday: 2, from: 0, to: 90 },
            ],
          },
        },
      ]),
    );
    const whole = await read((r) => loadProfile(r, memberId));
    expect(whole).toEqual({
      memberId,
      displayName: 'Amara',
      headline: 'Nurse, soon analyst',
      about: null,
      country: 'KE',
      employer: null,
      timeZone: 'Africa/Nairobi',
      skills: [{ termId: skill, level: 3 }],
      industries: [{ termId: industry, years: null }],
      career: [
        {
          id: steps[1],
          occupationId: null,
          industryId: industry,
          employer: 'Clinic',
          fromYear: 2020,
          toYear: null,
        },
        {
          id: steps[0],
          occupationId: occupation,
          industryId: null,
          employer: null,
          fromYear: null,
          toYear: 2019,
        },
      ],
      languages: ['en', 'sw'],
      style: { plan_or_explore: 4, talk_or_write: 1 },
      boundaries: null,
      hours: [
        { weekday: 1, from: 1320, to: 1440 },
        { weekday: 2, from: 0, to: 90 },
      ],
      visibility: { about: 'self' },
    });
    await write((tx) => saveProfileParts(tx, [{ memberId, parts: { skills: [], languages: ['en'] } }]));
    expect(await read((r) => loadProfile(r, memberId))).toEqual({ ...whole, skills: [], languages: ['en'] });
    await write((tx) => removeProfileParts(tx, memberId));
    expect(await read((r) => loadProfile(r, memberId))).toMatchObject({
      career: [],
      hours: [],
      style: {},
      visibility: {},
    });
  });

  test('of a program are those with a request or an offer there', async () => {
    const programId = await makeProgram(database.db, admin);
    const elsewhere = await makeProgram(database.db, admin);
    const seeker = await makeRequest(database.db, admin, { programId });
    const giver = await makeOffer(database.db, admin, { programId });
    await makeOffer(database.db, admin, { programId: elsewhere });
    const profiles = await read((r) => loadProfilesOfProgram(r, programId));
    expect(profiles.map((profile) => profile.memberId)).toEqual([seeker.memberId, giver.memberId].sort());
    expect(await read((r) => loadProfiles(r, []))).toEqual([]);
    expect(await read((r) => loadProfile(r, newId.member()))).toBe(null);
  });
});
