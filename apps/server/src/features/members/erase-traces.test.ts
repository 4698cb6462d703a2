import { checkAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { findImport } from '@trellis/db/imports';
import { checkInvariants } from '@trellis/db/invariant-check';
import { OTHERS_WORDS } from '@trellis/db/name-sweep';
import { makeAgency, makeMember, makeProgram, makeTerm } from '@trellis/db/testing-factories';
import type { CareerStepId, MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';
import { bringIn, csvOf, uploadSheet } from '../imports/testing-sheets.ts';

let server: TestServer;
let owner: postgres.Sql;
let admin: Actor;
let staff: Caller;
let programId: ProgramId;
beforeAll(async () => {
  server = await openTestServer();
  owner = postgres(server.database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await server.close();
});
beforeEach(async () => {
  admin = await makeAgency(server.database.db);
  email = `zelda.${admin.agencyId.slice(-8)}@example.org`;
  said = [];
  staff = await server.callAs(admin);
  programId = await makeProgram(server.database.db, admin, { status: 'open' });
});

const NAME = 'Zelda Quintana';
let email = '';
/** Every sentence of hers, or about her, has a word of its own, so that none is missed. */
let said: string[] = [];
const say = (what: string): string => {
  const word = `sesame${said.length}x`;
  said.push(word);
  return `${what} ${word}`;
};

/** Everything the agency's database holds, table by table, as text. Sign-in tables hold all agencies'. */
const dump = (): Promise<ReadonlyMap<string, string>> =>
  owner.begin('read only', async (tx) => {
    await tx`select set_config('app.agency', ${admin.agencyId}, true)`;
    const tables = await tx<{ name: string }[]>`select relname::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
    const texts = new Map<string, string>();
    for (const { name } of tables) {
      const [row] = await tx<{ text: string | null }[]>`
        select string_agg(to_jsonb(t)::text, E'\n') as text from ${tx(name)} t`;
      texts.set(name, row?.text ?? '');
    }
    return texts;
  });

const tablesWith = (texts: ReadonlyMap<string, string>, word: string): string[] =>
  [...texts].filter(([, text]) => text.toLowerCase().includes(word.toLowerCase())).map(([name]) => name);

const HEADERS = ['Name', 'E-mail', 'Country', 'Employer', 'About'];

/** Zelda comes by a sheet, says much about herself, is matched, and much is said about her. */
const makeTraces = async () => {
  const { db } = server.database;
  const skill = await makeTerm(db, admin, 'skill', `Facilitation ${programId.slice(-6)}`);
  const sheet = csvOf(
    HEADERS,
    [NAME, email, 'Atlantis of hers', say('Works at'), say('Likes')],
    ['Otto Other', 'otto@example.org', 'Spain', 'Elsewhere', 'Likes tea'],
  );
  await bringIn(server, admin, { kind: 'people', programId: null, bytes: sheet });
  const found = await staff.members.find({ search: NAME, role: null, status: null, programId: null });
  const memberId = found.people[0]!.id;
  await staff.members.changeRoles({ memberId, roles: ['mentee'] });
  const cookie = await server.signIn({ ...admin, memberId }, email);
  const own = await server.callAs({ agencyId: admin.agencyId, memberId, roles: ['mentee'] });
  await own.profiles.save({
    change: {
      headline: say('I am'),
      about: say(`${NAME}, who`),
      boundaries: say('No'),
      employer: say('Company'),
      country: 'NZ',
      career: [
        {
          id: server.deps.ids.next() as CareerStepId,
          ...{ occupationId: null, industryId: null, fromYear: 2001, toYear: null },
          employer: say('Before at'),
        },
      ],
    },
  });
  const { requestId } = await own.requests.start({ programId });
  await own.requests.save({
    requestId,
    change: { note: say('I wish'), skills: [{ termId: skill, need: 'nice' }] },
  });
  await own.requests.move({ requestId, to: 'open' });
  const offers = await Promise.all(['Mina Mentor', 'Milo Mentor'].map((name) => makeOfferOf(name, skill)));
  await own.wishes.save({ requestId, wishes: [{ offerId: offers[0]!.offerId, line: say('Because') }] });
  return { memberId, requestId, offers, own, cookie };
};

const makeOfferOf = async (displayName: string, skill: Awaited<ReturnType<typeof makeTerm>>) => {
  const memberId = await makeMember(server.database.db, admin, { displayName, roles: ['mentor'] });
  const { offerId } = await staff.offers.start({ programId, memberId });
  await staff.offers.save({ offerId, change: { capacity: 2, skills: [skill] } });
  await staff.offers.move({ offerId, to: 'open' });
  return { memberId, offerId };
};

const match = async () => {
  const { roundId } = await staff.rounds.start({ programId });
  for (;;) {
    const round = await staff.rounds.one({ roundId });
    if (round.status === 'ready') return roundId;
    expect(round.status).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const decide = async (requestId: RequestId, to: 'dismissed' | 'approved', why: string | null) => {
  const { pairings } = await staff.pairings.board({ programId });
  const one = pairings.find((pairing) => pairing.requestId === requestId && pairing.status === 'suggested')!;
  await staff.pairings.decide({
    programId,
    pairings: [{ pairingId: one.id, version: one.version }],
    to,
    why,
  });
  return one.id;
};

/** What others say about her, in every place where staff and members write. */
const talkAbout = async (
  memberId: MemberId,
  requestId: RequestId,
  offers: { memberId: MemberId; offerId: OfferId }[],
) => {
  const pairingId = await decide(requestId, 'dismissed', say('Not these'));
  await staff.pairings.note({ pairingId, body: say('She said') });
  await staff.pairings.byHand({ programId, requestId, offerId: offers[1]!.offerId, waive: false });
  const steps = {
    requestIds: [requestId],
    kind: 'own' as const,
    ownerId: admin.memberId,
    dueOn: '2030-01-01' as never,
  };
  await staff.nextSteps.promise({ ...steps, words: say('Call her about') });
  const apart = { memberA: memberId, memberB: offers[0]!.memberId };
  const { separationId } = await staff.separations.make({ ...apart, why: say('They quarreled') });
  await staff.separations.lift({ separationId });
  await staff.separations.make({ ...apart, why: say('Again') });
  // Of others, with her name in it.
  const mentor = await server.callAs({
    agencyId: admin.agencyId,
    memberId: offers[0]!.memberId,
    roles: ['mentor'],
  });
  await mentor.profiles.save({ change: { about: `I would like to work with ${NAME.toUpperCase()}.` } });
  await mentor.offers.save({ offerId: offers[0]!.offerId, change: { note: `Write to ${email}!` } });
};

describe('after a member was erased', () => {
  test('no table says who they were, what they said, or what was said about them', async () => {
    const { memberId, requestId, offers, cookie } = await makeTraces();
    await match();
    await talkAbout(memberId, requestId, offers);
    // A sheet that waits for somebody to look at it.
    const pending = csvOf(
      HEADERS,
      [NAME, email, 'NZ', '', say('Pending')],
      ['Pia Pending', 'pia@example.org', '', '', ''],
    );
    const { view } = await uploadSheet(server, admin, { kind: 'people', programId: null, bytes: pending });

    const before = await dump();
    const everywhere = ['idempotency_key', 'import_batch', 'member'];
    expect(tablesWith(before, NAME)).toEqual(expect.arrayContaining(everywhere));
    expect(tablesWith(before, email)).toEqual(expect.arrayContaining([...everywhere, 'sign_in_user']));
    for (const word of said) expect([word, tablesWith(before, word)]).not.toEqual([word, []]);

    await staff.members.erase({ memberId });
    const after = await dump();
    for (const word of [NAME, email, 'Atlantis of hers', ...said]) {
      expect([word, tablesWith(after, word)]).toEqual([word, []]);
    }
    // What others wrote stays, but for the name; and the other row of the sheet is still there to be taken.
    expect(after.get('member')).toContain('I would like to work with Erased member.');
    expect(after.get('offer')).toContain('Write to Erased member!');
    const batch = await inRead(server.deps.db, admin, (read) => findImport(read, view.id));
    expect(batch).toMatchObject({ rowCount: 1, sheet: expect.stringContaining('pia@example.org') });

    expect(await inRead(server.deps.db, admin, checkAudit)).toMatchObject({ brokenAt: null });
    expect(
      (await checkInvariants(server.database.appUrl)).filter((one) => one.agencyId === admin.agencyId),
    ).toEqual([]);
    const [line] = (await staff.audit.read({ subject: 'member', memberId: null })).lines;
    expect(line).toMatchObject({ action: 'member.erased', subject: 'Erased member' });
    const session = await server.app.inject({ url: '/api/auth/get-session', headers: { cookie } });
    expect(session.json()).toBe(null);
  }, 60_000);

  test('an old round still runs again, to the same plan', async () => {
    const { memberId } = await makeTraces();
    const roundId = await match();
    expect(await staff.rounds.replay({ roundId })).toMatchObject({ same: true, pairings: 1 });
    await staff.members.erase({ memberId });
    expect(await staff.rounds.replay({ roundId })).toMatchObject({ same: true, pairings: 1 });
  }, 60_000);

  test('a name that somebody else has as well stays in others’ words', async () => {
    const { memberId } = await makeTraces();
    const namesake = await makeMember(server.database.db, admin, { displayName: NAME, roles: ['mentor'] });
    const mentor = await server.callAs({ agencyId: admin.agencyId, memberId: namesake, roles: ['mentor'] });
    await mentor.profiles.save({ change: { about: `${NAME} is my name, not ${email}.` } });
    await staff.members.erase({ memberId });
    const after = await dump();
    expect(after.get('member')).toContain(`${NAME} is my name, not Erased member.`);
    expect(tablesWith(after, email)).toEqual([]);
  }, 60_000);

  test('a retry of an answered call of theirs is refused, and has no effect twice', async () => {
    const { memberId, own } = await makeTraces();
    await own.members.chooseLocale({ locale: 'de' });
    await staff.members.erase({ memberId });
    const kept = await owner.begin(async (tx) => {
      await tx`select set_config('app.agency', ${admin.agencyId}, true)`;
      return tx`select response, request_hash from idempotency_key where actor_id = ${memberId}`;
    });
    expect(kept.length).toBeGreaterThan(3);
    for (const row of kept) expect(row).toEqual({ response: 'null', request_hash: 'removed' });
  }, 60_000);
});

/** Kept until nobody needs them, or codes, ids, hashes and settings: nobody writes about people here. */
const NOBODYS_WORDS = {
  // Their own rows, which erasing empties.
  member: [
    'account_id',
    'display_name',
    'email',
    'source_ref',
    'country',
    'employer',
    'time_zone',
    'locale',
    'status',
  ],
  career_step: ['employer'],
  sign_in_user: ['id', 'name', 'email', 'image'],
  sign_in_session: ['id', 'user_id', 'token', 'ip_address', 'user_agent'],
  sign_in_account: [
    ...['id', 'user_id', 'account_id', 'provider_id', 'scope', 'password'],
    ...['access_token', 'refresh_token', 'id_token'],
  ],
  sign_in_verification: ['id', 'identifier', 'value'],
  sign_in_membership: ['account_id'],
  // Their words go by a way of their own.
  audit_entry: [
    'why',
    'body',
    'words_salt',
    'words_digest',
    'hash',
    'prev_hash',
    'action',
    'subject_kind',
    'subject_id',
  ],
  // What the engine says, in codes and numbers.
  pairing: ['reasons', 'status', 'origin', 'mentor_answer', 'mentee_answer', 'end_reason_code'],
  round: ['weights', 'rules', 'certificate', 'report', 'status', 'objective', 'phase', 'failure'],
  waiting: ['causes'],
  // Names of the agency's own things.
  agency: ['name', 'locale', 'time_zone'],
  program: ['name', 'kind', 'status', 'objective', 'consent_order', 'weights', 'rules'],
  taxonomy_term: ['kind', 'name'],
  taxonomy_alias: ['kind', 'alias_key', 'spelling'],
  // Codes.
  audit_head: ['hash'],
  field_visibility: ['field', 'visibility'],
  idempotency_key: ['key', 'request_hash'],
  import_batch: ['kind', 'status', 'file_hash'],
  member_language: ['language'],
  member_role: ['role'],
  member_style: ['item'],
  next_step: ['kind'],
  offer: ['status'],
  outbox: ['dedup_key', 'topic'],
  pairing_transition: ['from_status', 'to_status'],
  request: ['status'],
  request_language: ['language'],
  request_skill: ['need'],
  separation: ['kind'],
} as const;

test('every column that can hold words is known to erasing, one way or the other', async () => {
  const rows = await owner<{ name: string }[]>`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public'
      and data_type in ('text', 'jsonb', 'json', 'character varying', 'character', 'ARRAY', 'bytea', 'xml')`;
  const known = [OTHERS_WORDS, NOBODYS_WORDS].flatMap((list) =>
    Object.entries<readonly string[]>(list).flatMap(([table, columns]) =>
      columns.map((column) => `${table}.${column}`),
    ),
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...new Set(known)].sort());
});
