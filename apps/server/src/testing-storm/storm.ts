import { type Caller, mutate, repeat } from './calls.ts';
import { type Client, type Move, playAsMentor, playAsStaff } from './moves.ts';
import type { Postgres } from './postgres-behind-a-door.ts';
import { type Dice, diceOf } from './random.ts';
import { buildServer, type ServerProcess, startServer } from './server-process.ts';
import { signIn, type World } from './world.ts';

/** Two server processes on one database, of which any may die at any moment. */
export interface Fleet {
  /** One that is believed to live, by the dice. */
  choose(dice: Dice): string | undefined;
  /** Everything that all of them wrote, those that died too. */
  output(): string;
  /** All that live. */
  addresses(): readonly string[];
  /** kill -9 of one, and another in its place: of any, or of the one at this address. */
  killOne(dice: Dice, address?: string): Promise<void>;
  stop(): Promise<void>;
}

export const startFleet = async (postgres: Postgres): Promise<Fleet> => {
  const build = await buildServer();
  const alive: (ServerProcess | null)[] = [];
  const died: ServerProcess[] = [];
  // One after the other: the first brings the schema up to date.
  for (const n of [0, 1]) alive.push(await startServer(build, postgres, `server ${n}`));
  return {
    choose: (dice) => dice.pick(alive.filter((one) => one !== null))?.address,
    output: () => [...died, ...alive].map((one) => one?.output() ?? '').join('\n'),
    addresses: () => alive.flatMap((one) => (one === null ? [] : [one.address])),
    async killOne(dice, address) {
      const n = address ? alive.findIndex((one) => one?.address === address) : dice.below(alive.length);
      const victim = alive[n];
      if (!victim) return;
      alive[n] = null;
      died.push(victim);
      await victim.kill('SIGKILL');
      alive[n] = await startServer(build, postgres, `server ${n}`);
    },
    async stop() {
      await Promise.all(alive.map((one) => one?.kill('SIGKILL')));
      build.remove();
    },
  };
};

export interface Storm {
  readonly history: readonly Move[];
  /** How often a call had no answer at first. */
  readonly unanswered: number;
}

/**
 * Lets everybody work at once while servers die (`kills` times, once of them the database instead), and returns what
 * they were told. Whatever was not answered was asked again with the same key until it was.
 */
export const storm = async (
  { postgres, fleet, world }: { readonly postgres: Postgres; readonly fleet: Fleet; readonly world: World },
  { seed, kills }: { readonly seed: number; readonly kills: number },
): Promise<Storm> => {
  const dice = diceOf(seed);
  const callers = async (emails: readonly string[]): Promise<readonly Caller[]> =>
    Promise.all(emails.map((email) => signIn(fleet.choose(dice)!, email)));
  const history: Move[] = [];
  let isOver = false;
  const work = async (caller: Caller, play: typeof playAsStaff, own: Dice): Promise<void> => {
    const client: Client = { world, caller, dice: own, choose: () => fleet.choose(own) };
    while (!isOver) {
      const move = await play(client);
      if (move) history.push(move);
      await pause(own.below(60));
    }
  };
  const seeds = () => diceOf(dice.below(2 ** 31));
  const working = Promise.all([
    ...(await callers(world.staff)).map((caller) => work(caller, playAsStaff, seeds())),
    ...(await callers(world.mentors)).map((caller) => work(caller, playAsMentor, seeds())),
  ]);
  const killing = (async () => {
    const databaseTurn = kills > 1 ? 1 + dice.below(kills - 1) : -1;
    for (let n = 0; n < kills; n++) {
      // Work, not time: a busy machine does less of it.
      const enough = history.length + 10 + dice.below(15);
      for (const end = Date.now() + 20_000; history.length < enough && Date.now() < end; ) await pause(20);
      await pause(dice.below(200));
      if (n === databaseTurn) await postgres.crash();
      else await fleet.killOne(dice);
    }
    await pause(500);
    isOver = true;
  })();
  // Whichever fails first ends the other.
  await Promise.all([working, killing]).finally(() => {
    isOver = true;
  });
  return { history, unanswered: history.reduce((sum, { call }) => sum + call.unanswered, 0) };
};

/**
 * Asks some calls that were done once more with their keys, and with other words under the same key: the answers must be
 * the same ones, and the others refused. Returns what was not so.
 */
export const repeatSome = async (
  fleet: Fleet,
  history: readonly Move[],
  dice: Dice,
): Promise<readonly string[]> => {
  const done = history.filter(({ call }) => call.outcome.kind === 'done').map(({ call }) => call);
  const choose = () => fleet.choose(dice);
  const faults: string[] = [];
  for (const call of dice.some(done, 40)) {
    const again = await repeat(choose, call);
    if (JSON.stringify(again) !== JSON.stringify(call.outcome)) {
      faults.push(
        `${call.procedure} ${call.key}: ${JSON.stringify(again)}, not ${JSON.stringify(call.outcome)}`,
      );
    }
    if (typeof call.input !== 'object' || call.procedure !== 'members.add') continue;
    const other = await repeat(choose, call, { ...call.input, displayName: 'Somebody else' });
    if (other.kind !== 'refused' || other.code !== 'key_reused') {
      faults.push(`${call.procedure} ${call.key}: another input was ${JSON.stringify(other)}`);
    }
  }
  return faults;
};

/** Begins a round at one server; null when it was refused. */
export const beginRound = async (
  { world, fleet }: { readonly world: World; readonly fleet: Fleet },
  address: string,
): Promise<string | null> => {
  const staff = await signIn(fleet.addresses()[0]!, world.staff[0]!);
  const { outcome } = await mutate(() => address, staff, 'rounds.start', { programId: world.programId });
  return outcome.kind === 'done' ? (outcome.answer as { roundId: string }).roundId : null;
};

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
