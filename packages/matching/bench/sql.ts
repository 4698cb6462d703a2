import postgres, { type Sql } from 'postgres';
import { type RunningPostgres, startTestPostgres } from '../../db/embedded/embedded.mjs';
import { makeSearch, type Search } from '../src/candidates/search.ts';
import { topPairs } from '../src/candidates/top-pairs.ts';
import { gatherPool, type Pool } from '../src/pool.ts';
import { peopleFrom, SETTINGS } from '../src/testing/people.ts';
import { median } from './runs.ts';
import { MOST } from './sql-fit.ts';
import { type Formulation, formulations } from './sql-formulations.ts';
import { numberPool } from './sql-offers.ts';
import { type SqlRequest, sqlRequest } from './sql-requests.ts';
import { fillTables } from './sql-tables.ts';

const SEED = 1;
/** Requests of the pool: some are asked of SQL, the others warm ours. */
const REQUESTS = 3000;
const WARMING = 1500;
/** Every formulation answers these many, the fastest two all that are sampled. */
const TRIED = 24;
/** Ours and SQL take turns, so that both meet the same machine. */
const TURN = 20;

/** Seconds for each request, and whatever was found. */
interface Timed<T> {
  readonly seconds: number;
  readonly found: T;
}

const timed = async <T>(work: () => T | Promise<T>): Promise<Timed<T>> => {
  const begin = performance.now();
  const found = await work();
  return { seconds: (performance.now() - begin) / 1000, found };
};

/** Fits from the greatest down. */
type Fits = readonly number[];

const ours = (search: Search, pool: Pool, requests: readonly SqlRequest[]): Fits[] =>
  requests.map(({ id }) => [...topPairs(search, pool.requests[id]!, MOST).fit]);

/** The offers with the last fit may be others; the fits may not. */
const mustAgree = (
  name: string,
  requests: readonly SqlRequest[],
  a: readonly Fits[],
  b: readonly Fits[],
): void => {
  const sorted = (fits: Fits) => [...fits].sort((x, y) => y - x).join();
  requests.forEach(({ id }, k) => {
    const [mine, theirs] = [sorted(a[k]!), sorted(b[k]!)];
    if (mine !== theirs) throw new Error(`request ${id}: ours found ${mine}, SQL (${name}) ${theirs}`);
  });
};

const askSql = async (sql: Sql, { workers, ask }: Formulation, requests: readonly SqlRequest[]) => {
  await sql.unsafe(`set max_parallel_workers_per_gather = ${workers}`);
  return timed(() => ask(sql, requests));
};

/**
 * The fastest formulation in one process and the fastest with a worker beside it, on a few requests, of two rounds each; all must find
 * what ours finds.
 */
const fastest = async (
  sql: Sql,
  all: readonly Formulation[],
  requests: readonly SqlRequest[],
  expected: readonly Fits[],
): Promise<Formulation[]> => {
  const seconds = all.map(() => Number.POSITIVE_INFINITY);
  for (const _round of [1, 2]) {
    for (const [k, formulation] of all.entries()) {
      const asked = await askSql(sql, formulation, requests);
      mustAgree(formulation.name, requests, expected, asked.found);
      seconds[k] = Math.min(seconds[k]!, asked.seconds);
    }
  }
  for (const [k, { name }] of all.entries()) {
    console.log(`  SQL, ${name.padEnd(47)} ${milliseconds(seconds[k]! / requests.length)}`);
  }
  const order = all.map((formulation, k) => ({ formulation, seconds: seconds[k]! }));
  order.sort((a, b) => a.seconds - b.seconds);
  const first = (workers: number) => order.find(({ formulation }) => formulation.workers === workers);
  return [first(0)!.formulation, first(1)!.formulation];
};

const milliseconds = (seconds: number): string => `${(1000 * seconds).toFixed(2).padStart(8)} ms a request`;

const tryToStart = async (): Promise<RunningPostgres | null> => {
  try {
    return await startTestPostgres();
  } catch (error) {
    console.log(
      `\nSQL: left out, since PostgreSQL does not start: ${(error as Error).message.split('\n')[0]}`,
    );
    return null;
  }
};

/** What makes a worker worth starting to the planner; the lists need room to be hashed. */
const SESSION = `set work_mem = '256MB'; set parallel_setup_cost = 0; set parallel_tuple_cost = 0;
  set min_parallel_table_scan_size = 0; set min_parallel_index_scan_size = 0;`;

/** SQL here knows the rules that hold without being told more: a common language, another employer, and musts. */
const requireUsualRules = ({ yardstick: { rules }, requests, history }: Pool): void => {
  const usual =
    rules.refuseSameEmployer && rules.maxTimeZoneHours === null && rules.minSharedMinutes === null;
  const unnamed = requests.every(({ request, profile }) => {
    const { members, offers } = history.named(request.id, profile.memberId);
    return members.length === 1 && offers.length === 0;
  });
  if (!usual || !unnamed)
    throw new RangeError('SQL is written for the usual rules and people without a past');
};

const measure = async (sql: Sql, pool: Pool, sampled: number): Promise<void> => {
  requireUsualRules(pool);
  const numbering = numberPool(pool);
  const every = Math.floor((REQUESTS - WARMING) / sampled);
  const requests = Array.from({ length: sampled }, (_, k) =>
    sqlRequest(pool, WARMING + k * every, numbering),
  );
  const filled = await timed(() => fillTables(sql, pool, requests, numbering));
  console.log(`  tables filled, indexed and analyzed in ${filled.seconds.toFixed(1)} s (not counted below)`);
  await sql.unsafe(SESSION);
  const search = makeSearch(pool);
  for (const request of pool.requests.slice(0, WARMING)) topPairs(search, request, MOST);

  const few = requests.slice(0, TRIED);
  const all = formulations(pool.yardstick.weights, numbering);
  const best = await fastest(sql, all, few, ours(search, pool, few));
  const own: number[] = [];
  const theirs = best.map((): number[] => []);
  for (let from = 0; from < requests.length; from += TURN) {
    const turn = requests.slice(from, from + TURN);
    const searched = await timed(() => ours(search, pool, turn));
    own.push(searched.seconds / turn.length);
    for (const [k, formulation] of best.entries()) {
      const asked = await askSql(sql, formulation, turn);
      mustAgree(formulation.name, turn, searched.found, asked.found);
      theirs[k]!.push(asked.seconds / turn.length);
    }
  }
  console.log(
    `  medians of ${own.length} turns of ${TURN} requests, the ${MOST} best fits equal for each request:`,
  );
  console.log(`  ours, one thread                 ${milliseconds(median(own))}`);
  for (const [k, { name, workers }] of best.entries()) {
    const processes = workers === 0 ? 'one process  ' : 'two processes';
    const ratio = median(theirs[k]!.map((seconds, turn) => seconds / own[turn]!));
    console.log(
      `  SQL, fastest in ${processes}    ${milliseconds(median(theirs[k]!))}   ${ratio.toFixed(1)} × ours: ${name}`,
    );
  }
};

/**
 * The exact best 50 offers of a request, beside PostgreSQL on the same people: several formulations, the fastest of which
 * answer `sampled` requests in turns with ours. SQL is given more than it would have: what it is told about a request is made ahead.
 * Left out where PostgreSQL does not start.
 * @throws Error when SQL finds other fits than ours.
 */
export const compareWithSql = async (offers: number, sampled: number): Promise<void> => {
  const server = await tryToStart();
  if (server === null) return;
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const pool = gatherPool(peopleFrom(SEED, { requests: REQUESTS, offers }), SETTINGS);
    console.log(
      `\nSQL: the best ${MOST} of ${pool.offers.length} ready offers (of ${offers}), exact, for ${sampled} requests`,
    );
    await measure(sql, pool, sampled);
  } finally {
    await sql.end();
    await server.stop();
  }
};
