import { randomInt } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './testing-storm/history-check.ts';
import { type Postgres, startCrashablePostgres } from './testing-storm/postgres-behind-a-door.ts';
import { diceOf } from './testing-storm/random.ts';
import {
  beginRound,
  type Fleet,
  pause,
  repeatSome,
  type Storm,
  startFleet,
  storm,
} from './testing-storm/storm.ts';
import { makeWorld, type World } from './testing-storm/world.ts';

/** The same seed gives the same clients and the same kills; what falls between is the machine's. */
const SEED = Number(process.env.TRELLIS_STORM_SEED ?? randomInt(2 ** 31));
const KILLS = Number(process.env.TRELLIS_STORM_KILLS ?? 4);

let database: Postgres;
let fleet: Fleet;
let world: World;
let outcome: Storm;
beforeAll(
  async () => {
    console.log(`crash storm: TRELLIS_STORM_SEED=${SEED} TRELLIS_STORM_KILLS=${KILLS}`);
    database = await startCrashablePostgres();
    world = await makeWorld(database);
    fleet = await startFleet(database);
    outcome = await storm({ postgres: database, fleet, world }, { seed: SEED, kills: KILLS });
  },
  60_000 + KILLS * 30_000,
);
afterAll(async () => {
  await fleet?.stop();
  await database?.stop();
});

/** Looks from outside, as the owner of the tables, within the agency; whatever `look` does is taken back. */
const inside = async <T>(look: (tx: TransactionSql) => Promise<T>): Promise<T> => {
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const found: T[] = [];
  const undo = new Error('undo');
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.agency', ${world.agencyId}, true)`;
      found.push(await look(tx));
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  } finally {
    await sql.end();
  }
  return found[0]!;
};
const faults = () => inside((tx) => faultsOf(tx, world.agencyId, outcome.history));

const endOf = (round: string) =>
  inside(async (tx) => {
    const [row] = await tx<{ status: string; failure: string | null }[]>`
      select status, failure from round where id = ${round}`;
    return `${row?.status} ${row?.failure ?? ''}`.trim();
  });

/** Waits until no round runs; fails where one goes on for ever. */
const noneRuns = async (): Promise<void> => {
  const running = () => inside((tx) => tx<{ id: string }[]>`select id from round where status = 'running'`);
  for (
    const end = Date.now() + 75_000; // a job looks each minute
    (await running()).length > 0 && Date.now() < end;
  )
    await pause(200);
  expect([...(await running())]).toEqual([]);
};

describe('while servers and the database are killed', () => {
  test('people got many different things done', () => {
    const done = outcome.history.filter(({ call }) => call.outcome.kind === 'done');
    console.log(
      `crash storm: ${outcome.history.length} calls, ${done.length} done, ${outcome.unanswered} times no answer`,
    );
    expect(done.length).toBeGreaterThan(KILLS * 5);
    expect(new Set(done.map(({ call }) => call.procedure)).size).toBeGreaterThan(4);
  });

  test('each server that lived through it can still do a round', async () => {
    for (const address of fleet.addresses()) {
      await noneRuns();
      const round = await beginRound({ world, fleet }, address);
      expect(round).not.toBe(null);
      await noneRuns();
      expect(await endOf(round!)).toBe('ready');
    }
  }, 100_000);

  test('a round whose server died is told as failed when a server starts', async () => {
    const [address] = fleet.addresses();
    const round = await beginRound({ world, fleet }, address!);
    await fleet.killOne(diceOf(SEED), address);
    await noneRuns();
    expect(['failed interrupted', 'ready']).toContain(await endOf(round!));
  }, 100_000);

  test('logs tell of it without a word anybody said, and without a session', () => {
    const output = fleet.output();
    if (KILLS > 1) expect(output).toMatch(/CONNECTION_|ECONN/);
    const words = outcome.history.flatMap(({ evidence }) =>
      evidence.flatMap(({ where }) =>
        ['why', 'body', 'words', 'end_reason_note'].map((column) => where[column]),
      ),
    );
    const tokens = outcome.history.map(({ call }) => call.caller.cookie.split('=')[1]?.split('.')[0]);
    for (const secret of new Set([...words, ...tokens])) {
      if (secret !== undefined && output.includes(secret)) expect.fail(`The log says ${secret}`);
    }
  });

  test('what was answered is there exactly once, and nothing else; all invariants hold', async () => {
    expect(await faults()).toEqual([]);
  });

  test('an answered call asked again has the same answer and no second effect', async () => {
    expect(await repeatSome(fleet, outcome.history, diceOf(SEED + 1))).toEqual([]);
    expect(await faults()).toEqual([]);
  }, 60_000);
});

/** Faults made on purpose, each taken back: what the check says of them is what its silence above is worth. */
describe('the check goes red when', () => {
  const faultsAfter = (plant: (tx: TransactionSql) => Promise<unknown>) =>
    inside(async (tx) => {
      await plant(tx);
      return (await faultsOf(tx, world.agencyId, outcome.history)).join('\n');
    });
  const someCall = (kind: 'done' | 'refused') =>
    outcome.history.find(({ call }) => call.outcome.kind === kind)!.call;

  test('something that was answered is not there', async () => {
    const moves = outcome.history.filter(({ evidence }) => evidence[0]?.table === 'member');
    const [name] = moves.flatMap(({ evidence }) => Object.values(evidence[0]!.where));
    const lost = (tx: TransactionSql) =>
      tx`update member set display_name = 'x' where display_name = ${name ?? ''}`;
    // Chance may have had nobody added.
    if (name !== undefined)
      expect(await faultsAfter(lost)).toContain(`member has 0 of {"display_name":"${name}"}`);
  });

  test('another answer is kept than was given, or none', async () => {
    const { key } = someCall('done');
    const other = (tx: TransactionSql) =>
      tx`update idempotency_key set response = '"other"' where key = ${key}`;
    const none = (tx: TransactionSql) => tx`delete from idempotency_key where key = ${key}`;
    expect(await faultsAfter(other)).toContain('another answer is kept');
    expect(await faultsAfter(none)).toContain('no answer is kept');
  });

  test('a notice is missing or doubled, or a round runs for ever', async () => {
    const { agencyId } = world;
    const published = (tx: TransactionSql) => tx`
      insert into audit_entry (agency_id, at, action, subject_kind, subject_id, body)
      values (${agencyId}, now(), 'pairing.invited', 'pairing', 'p-1', '{}')`;
    const doubled = (tx: TransactionSql) => tx`
      insert into outbox (agency_id, dedup_key, topic, payload, created_at, due_at)
      select ${agencyId}, 'key-' || n, 'pairing.invited', '{"pairingId":"p-1","memberId":"m-1"}', now(), now()
      from generate_series(1, 2) n`;
    const running = (tx: TransactionSql) => tx`update round set status = 'running' where number = 1`;
    expect(await faultsAfter(published)).toContain('pairing p-1 was published, and nobody is told');
    expect(await faultsAfter(doubled)).toContain('m-1 told 2 times of pairing.invited p-1');
    expect(await faultsAfter(running)).toContain('still runs');
  });

  test('a pairing is not what the audit says', async () => {
    const moved = async (tx: TransactionSql) => {
      await tx`alter table pairing disable trigger user`;
      await tx`update pairing set status = 'kept' where id = (select id from pairing order by id limit 1)`;
    };
    expect(await faultsAfter(moved)).toMatch(/pairing \S+ is kept, its last entry says/);
  });
});
