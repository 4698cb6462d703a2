import { inRead, inTx } from '@trellis/db/client';
import { listMembers } from '@trellis/db/members';
import { saveProfileParts } from '@trellis/db/profile-parts';
import { loadProfile } from '@trellis/db/profiles';
import { listTerms } from '@trellis/db/taxonomy';
import { makeAgency, makeMember, makeTerm, newId } from '@trellis/db/testing-factories';
import type { MemberId, TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Profile } from '@trellis/domain/profiles/profile';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import { bringIn, csvOf, uploadSheet } from './testing-sheets.ts';

/** Sheets of people with whole profiles in them. */

let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  admin = await makeAgency(server.database.db);
});

const people = (...rows: string[][]) => ({ kind: 'people' as const, programId: null, bytes: csvOf(...rows) });
const previewOf = async (...rows: string[][]) => {
  const { view } = await uploadSheet(server, admin, people(...rows));
  return (await server.callAs(admin)).imports.preview({ importId: view.id });
};
const saveParts = (memberId: MemberId, parts: Parameters<typeof saveProfileParts>[1][number]['parts']) =>
  inTx(server.database.db, admin, (tx) => saveProfileParts(tx, [{ memberId, parts }]));
const profileOf = async (email: string): Promise<Profile> =>
  inRead(server.database.db, admin, async (read) => {
    const member = (await listMembers(read)).find((one) => one.email === email);
    return (await loadProfile(read, member!.id))!;
  });
const namesOf = async (): Promise<(id: TermId | null) => string | null> => {
  const terms = await inRead(server.database.db, admin, (read) => listTerms(read));
  return (id) => terms.find((term) => term.id === id)?.name ?? null;
};

const WHOLE = [
  ['E-Mail', 'Verfügbarkeit', 'Werdegang', 'Arbeitsstil', 'Fähigkeiten', 'Branchen', 'Zeitzone'],
  [
    'ada@example.org',
    'Mo–Fr 18–20 Uhr; Fri 10pm-1am',
    'Nurse at City Clinic, 2015–2020\nTeam lead, Health care, Care at Home, since 2020',
    'plan or explore: 2',
    'Payroll (3), Excel: 4, Nursing',
    'Health care (5 Jahre)',
    'Berlin',
  ],
];

describe('a whole profile in one row', () => {
  test('headings in German, in any order, notations as people write them', async () => {
    const { view } = await uploadSheet(server, admin, people(...WHOLE));
    expect(view.mapping.columns.map(({ field }) => field)).toEqual([
      'email',
      'hours',
      'career',
      'style',
      'skills',
      'industries',
      'time_zone',
    ]);
    const report = await bringIn(server, admin, people(...WHOLE));
    expect(report.problems).toEqual([]);
    const ada = await profileOf('ada@example.org');
    const nameOf = await namesOf();
    expect(ada.timeZone).toBe('Europe/Berlin');
    expect(ada.hours).toEqual([
      ...[1, 2, 3, 4].map((weekday) => ({ weekday, from: 1080, to: 1200 })),
      { weekday: 5, from: 1080, to: 1200 },
      { weekday: 5, from: 1320, to: 1440 },
      { weekday: 6, from: 0, to: 60 },
    ]);
    expect(ada.style).toEqual({ plan_or_explore: 2 });
    const skills = ada.skills.map(({ termId, level }) => [nameOf(termId), level]);
    expect(skills.toSorted()).toEqual([
      ['Excel', 4],
      ['Nursing', null],
      ['Payroll', 3],
    ]);
    expect(ada.industries.map(({ termId, years }) => [nameOf(termId), years])).toEqual([['Health care', 5]]);
    expect(
      ada.career.map((step) => [
        nameOf(step.occupationId),
        nameOf(step.industryId),
        step.employer,
        step.fromYear,
        step.toYear,
      ]),
    ).toEqual([
      ['Nurse', null, 'City Clinic', 2015, 2020],
      ['Team lead', 'Health care', 'Care at Home', 2020, null],
    ]);
  });

  test('again it changes nothing; a changed level, end or hour is one change; blanks take nothing away', async () => {
    await bringIn(server, admin, people(...WHOLE));
    expect((await previewOf(...WHOLE)).counts).toMatchObject({ same: 1 });
    const blank = [WHOLE[0]!, ['ada@example.org', '', '', '', '', '', '']];
    expect((await previewOf(...blank)).counts).toMatchObject({ same: 1 });
    const next = [
      WHOLE[0]!,
      [
        'ada@example.org',
        'Mon 18:00-20:00',
        'Team lead, Health care, Care at Home, 2020–2024',
        '',
        'Payroll (5)',
        '',
        '',
      ],
    ];
    const { rows } = await previewOf(...next);
    expect(rows[0]?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['skills', expect.stringContaining('Payroll (5)')],
      ['career', 'Nurse at City Clinic, 2015–2020; Team lead (Health care) at "Care at Home", 2020–2024'],
      ['hours', 'Mon 18:00-20:00'],
    ]);
    await bringIn(server, admin, people(...next));
    expect((await profileOf('ada@example.org')).career).toHaveLength(2);
  });

  test('what cannot be read is told with its place, and the rest of the row comes in', async () => {
    await makeTerm(server.database.db, admin, 'skill', 'Payroll');
    const report = await bringIn(
      server,
      admin,
      people(
        ['E-mail', 'Availability', 'Career', 'Working style', 'Skills', 'Membership', 'Time zone'],
        [
          'a@example.org',
          'Mon 18:00-20:00; evenings',
          'Nurse, 2020–2015',
          'calm: 9',
          'Payroll (7)',
          'gone',
          'Brlin',
        ],
        ['b@example.org', 'Tue 6pm-8pm', '', '', '', 'active', ''],
      ),
    );
    expect(report.counts.created).toBe(2);
    expect(
      report.problems.map(({ line, column, code, value, suggestion }) => [
        line,
        column,
        code,
        value,
        suggestion,
      ]),
    ).toEqual([
      [2, 'Availability', 'not_hours', 'evenings', null],
      [2, 'Career', 'years_backwards', 'Nurse, 2020–2015', null],
      [2, 'Working style', 'not_a_style', 'calm: 9', null],
      [2, 'Skills', 'not_a_level', 'Payroll (7)', null],
      [2, 'Membership', 'not_a_membership', 'gone', null],
      [2, 'Time zone', 'not_a_zone', 'Brlin', 'Europe/Berlin'],
      [3, 'Availability', 'hours_without_zone', '', null],
    ]);
    const nameOf = await namesOf();
    const { skills } = await profileOf('a@example.org');
    expect(skills.map(({ termId, level }) => [nameOf(termId), level])).toEqual([['Payroll', null]]);
    expect((await profileOf('b@example.org')).hours).toEqual([{ weekday: 2, from: 1080, to: 1200 }]);
  });

  test('a skill that stands there twice with two levels counts once, by its first', async () => {
    await makeTerm(server.database.db, admin, 'skill', 'JavaScript', { aliases: ['JS'] });
    const { problems, rows } = await previewOf(
      ['E-mail', 'Skills'],
      ['a@example.org', 'JS (2); JavaScript (4)'],
    );
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['said_twice', 'JavaScript']]);
    expect(rows[0]?.changes).toContainEqual({ field: 'skills', from: null, to: 'JavaScript (2)' });
  });

  test('a column a day: one that cannot be read leaves the week unread', async () => {
    const headers = ['E-mail', 'Monday', 'Tuesday', 'Time zone'];
    await bringIn(
      server,
      admin,
      people(
        headers,
        ['a@example.org', '18-20', 'no', 'Berlin'],
        ['b@example.org', '6pm-8pm', '9-10, 11-12', 'Berlin'],
      ),
    );
    expect((await profileOf('a@example.org')).hours).toEqual([{ weekday: 1, from: 1080, to: 1200 }]);
    expect((await profileOf('b@example.org')).hours).toHaveLength(3);
    const { problems, counts } = await previewOf(headers, ['b@example.org', '6pm-8pm', 'sometimes', '']);
    expect(problems.map(({ column, code }) => [column, code])).toEqual([['Tuesday', 'not_hours']]);
    expect(counts.same).toBe(1);
  });

  test('people whose ids are ours are the same people in a file of another name', async () => {
    const row = ['Trellis id', 'Name'];
    const id = newId.member();
    await bringIn(server, admin, { ...people(row, [id, 'Ada']), name: 'people-monday.csv' });
    const { view } = await uploadSheet(server, admin, {
      ...people(row, [id, 'Ada'], ['', '']),
      name: 'people-tuesday.csv',
    });
    const { counts } = await (await server.callAs(admin)).imports.preview({ importId: view.id });
    expect(counts).toMatchObject({ same: 1, created: 0 });
  });

  test('unknown words of career steps are decided once, like all others', async () => {
    const { unknown } = await previewOf(
      ['E-mail', 'Career steps'],
      ['a@example.org', 'Lamplighter (Street lighting)'],
      ['b@example.org', 'Lamplighter, since 1999'],
    );
    expect(unknown.map(({ kind, spelling, rows }) => [kind, spelling, rows])).toEqual([
      ['occupation', 'Lamplighter', 2],
      ['industry', 'Street lighting', 1],
    ]);
  });
});

describe('what is the member’s own', () => {
  test('what they keep to themselves is neither shown nor written over', async () => {
    const memberId = await makeMember(server.database.db, admin, {
      email: 'ada@example.org',
      displayName: 'Ada',
      employer: 'Secret Works',
    });
    const termId = await makeTerm(server.database.db, admin, 'occupation', 'Nurse');
    const step = {
      occupationId: termId,
      industryId: null,
      employer: 'Hidden Hospital',
      fromYear: 2001,
      toYear: null,
    };
    await saveParts(memberId, {
      visibility: { employer: 'self', hours: 'self' },
      hours: [{ weekday: 1, from: 0, to: 60 }],
      career: [{ id: newId.careerStep(), ...step }],
    });
    const sheet = [
      ['E-mail', 'Employer', 'Weekly hours', 'Career steps', 'Who may see'],
      ['ada@example.org', 'Open Works', 'Tue 10:00-11:00', 'Nurse, 2001–2009', 'hours: group'],
    ];
    const preview = await previewOf(...sheet);
    expect(preview.problems.map(({ column, code }) => [column, code])).toEqual([
      ['Employer', 'hidden_field'],
      ['Weekly hours', 'hidden_field'],
      ['Who may see', 'visibility_not_by_import'],
    ]);
    expect(JSON.stringify(preview)).not.toMatch(/Secret|Hidden/);
    await bringIn(server, admin, people(...sheet));
    const ada = await profileOf('ada@example.org');
    expect(ada).toMatchObject({ employer: 'Secret Works', hours: [{ weekday: 1, from: 0, to: 60 }] });
    expect(ada.career).toMatchObject([{ ...step, toYear: 2009 }]);
    expect(ada.visibility).toEqual({ employer: 'self', hours: 'self' });
  });

  test('somebody new brings along who may see what, and how they stand to the agency', async () => {
    await bringIn(
      server,
      admin,
      people(
        ['Name', 'E-mail', 'Membership', 'Who may see'],
        ['Ada', 'ada@example.org', 'paused', 'skills: only themselves; about: group'],
      ),
    );
    expect((await profileOf('ada@example.org')).visibility).toEqual({ skills: 'self', about: 'group' });
    const again = await previewOf(['E-mail', 'Membership'], ['ada@example.org', 'active']);
    expect(again.problems.map(({ code }) => code)).toEqual(['membership_not_by_import']);
    expect(again.counts.same).toBe(1);
  });
});

test('the sign that parts a list is the person’s choice', async () => {
  const { view } = await uploadSheet(
    server,
    admin,
    people(['E-mail', 'Skills'], ['a@example.org', 'Sales, retail'], ['b@example.org', 'Law, labor']),
  );
  const unknownWith = async (separator: ';' | ',' | null) => {
    const columns = view.mapping.columns.map((column) =>
      column.field === 'skills' ? { ...column, separator } : column,
    );
    await (await server.callAs(admin)).imports.change({
      importId: view.id,
      mapping: { ...view.mapping, columns },
    });
    const { unknown } = await (await server.callAs(admin)).imports.preview({ importId: view.id });
    return unknown.map(({ spelling }) => spelling);
  };
  expect(await unknownWith(',')).toEqual(['Sales', 'retail', 'Law', 'labor']);
  expect(await unknownWith(';')).toEqual(['Sales, retail', 'Law, labor']);
});
