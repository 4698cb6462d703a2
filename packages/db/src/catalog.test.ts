import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { catalogFaults } from './testing-catalog.ts';

let database: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

/** Runs `plant`, looks, and takes everything back. */
const faultsWith = async (...plant: string[]): Promise<readonly string[]> => {
  const undo = new Error('undo');
  let faults: readonly string[] = [];
  await owner
    .begin(async (tx) => {
      for (const statement of plant) await tx.unsafe(statement);
      faults = await catalogFaults(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return faults;
};

describe('the catalog', () => {
  test('has no table that one agency could reach another by', async () => {
    expect(await catalogFaults(owner)).toEqual([]);
    const [tables] =
      await owner`select count(*)::int as n from pg_class c join pg_attribute a on a.attrelid = c.oid
      where relkind = 'r' and relnamespace = 'public'::regnamespace and attname = 'agency_id'`;
    expect(tables!.n).toBeGreaterThan(30);
  });

  test.each([
    [
      'row-level security missing',
      ['create table leak (agency_id uuid not null, id uuid not null, primary key (agency_id, id))'],
      [
        'leak: no foreign key leads to its agency',
        'leak: row-level security is off',
        'leak: row-level security is not forced',
        'leak: no policy of_agency',
      ],
    ],
    [
      'a table of tenants without an agency',
      ['create table stray (id uuid primary key)'],
      ['stray: carries no agency and is not a known global table'],
    ],
    [
      'not forced',
      ['alter table member no force row level security'],
      ['member: row-level security is not forced'],
    ],
    ['policy dropped', ['drop policy of_agency on wish'], ['wish: no policy of_agency']],
    [
      'a wide policy beside the right one',
      ['create policy everybody on member using (true)'],
      ['member: unexpected policy everybody'],
    ],
    [
      'a policy that fails open',
      [
        'drop policy of_agency on wish',
        `create policy of_agency on wish using (agency_id = current_setting('app.agency')::uuid or true)`,
      ],
      ['wish: policy of_agency is not the fail-closed one'],
    ],
    [
      'a unique index across agencies',
      ['create unique index member_email_everywhere on member (email)'],
      ['member: unique index member_email_everywhere leaves agency_id out'],
    ],
    [
      'a foreign key without the agency',
      [
        'alter table offer add constraint offer_note_key unique (agency_id, id, note)',
        'create unique index plain on member (id)',
        'alter table offer add constraint offer_plain_fkey foreign key (member_id) references member (id)',
      ],
      [
        'member: unique index plain leaves agency_id out',
        'offer: foreign key offer_plain_fkey leaves agency_id out',
      ],
    ],
    [
      'the app role owning a table',
      [
        'grant trellis_app to current_user',
        'grant create on schema public to trellis_app',
        'alter table wish owner to trellis_app',
      ],
      ['trellis_app owns wish', 'trellis_app may TRUNCATE wish', 'trellis_app may create in schema public'],
    ],
    [
      'audit entries changeable',
      ['grant update on audit_entry to trellis_app'],
      ['trellis_app may UPDATE audit_entry'],
    ],
    [
      'a column of the audit changeable',
      ['grant update (why) on audit_entry to trellis_app'],
      ['trellis_app may UPDATE audit_entry'],
    ],
    [
      'the head of the chain changeable',
      ['grant update on audit_head to trellis_app'],
      ['trellis_app may UPDATE audit_head'],
    ],
    [
      'a view that looks with its owner’s eyes',
      ['create view everyone as select * from member'],
      ['everyone: view without security_invoker'],
    ],
    [
      'an enum',
      [`create type mood as enum ('good')`, 'alter table member add column mood mood'],
      ['member.mood: an enum is not leakproof'],
    ],
  ])('sees %s', async (_, plant, expected) => {
    expect(await faultsWith(...plant)).toEqual([...expected].sort());
  });
});
