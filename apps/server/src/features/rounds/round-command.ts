import { parseArgs } from 'node:util';
import { inRead } from '@trellis/db/client';
import type { Program } from '@trellis/db/programs';
import { findRound } from '@trellis/db/rounds';
import type { AgencyId, RoundId } from '@trellis/domain/ids';
import { Objective } from '@trellis/domain/programs/kinds';
import type { RoundReport } from '@trellis/domain/rounds/report';
import { DEFAULT_LOAD_STEP } from '@trellis/matching/round-input';
import type { Deps } from '../../deps.ts';
import type { Command, Terminal } from '../../terminal.ts';
import { chooseAgency, chooseProgram, Mistyped } from '../../terminal-choice.ts';
import { loadRoundInput } from './load-input.ts';
import { startRound } from './start-round.ts';

/** Runs the round of a stored program, named or by id, and prints what came of it. `--dry-run` saves nothing. */
export const roundCommand: Command = async (terminal) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...terminal.args],
      allowPositionals: true,
      options: {
        objective: { type: 'string' },
        agency: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const objective = values.objective === undefined ? undefined : Objective.safeParse(values.objective);
    if (objective && !objective.success)
      throw new Mistyped(`The objective is one of ${Objective.options.join(', ')}.`);
    if (positionals.length !== 1) throw new Mistyped('Name one program.');
    const deps = await terminal.deps();
    const agency = await chooseAgency(deps, values.agency);
    const program = await chooseProgram(deps, agency, positionals[0]!);
    const chosen = { ...program, objective: objective?.data ?? program.objective };
    return values['dry-run']
      ? tryOut(deps, terminal, agency.id, chosen)
      : run(deps, terminal, agency.id, chosen);
  } catch (error) {
    const mistyped = error instanceof Mistyped || (error instanceof TypeError && 'code' in error);
    if (!mistyped) throw error;
    terminal.warn(error.message);
    return 2;
  }
};

const run = async (deps: Deps, terminal: Terminal, agencyId: AgencyId, program: Program): Promise<number> => {
  const system = { agencyId, memberId: null, call: null };
  const { id: programId, objective } = program;
  const decision = await startRound(deps, system, { programId, objective });
  if (!decision.ok) {
    terminal.warn(`Refused: ${decision.refusal.code} ${JSON.stringify(decision.refusal.facts)}`);
    return 1;
  }
  await decision.value.done;
  const { roundId } = decision.value.round;
  const round = await inRead(deps.db, { agencyId }, (read) => findRound(read, roundId));
  if (round?.status !== 'ready') {
    terminal.warn(`Round ${round?.number} came to nothing: ${round?.failure ?? round?.status}.`);
    return 1;
  }
  terminal.say(`${program.name}, round ${round.number}: ready on the board.`);
  tell(terminal, round.report as RoundReport);
  return 0;
};

const tryOut = async (
  deps: Deps,
  terminal: Terminal,
  agencyId: AgencyId,
  { id, name, objective, weights, rules }: Program,
): Promise<number> => {
  const input = await loadRoundInput(deps, { agencyId }, id);
  const settings = { objective, weights, rules, seed: deps.random.seed(), loadStep: DEFAULT_LOAD_STEP };
  const outcome = await deps.matches.plan(deps.ids.next() as RoundId, input, settings, () => {});
  if (outcome.status !== 'answered' || outcome.result.status !== 'planned') {
    terminal.warn(`No plan: ${outcome.status === 'answered' ? outcome.result.status : outcome.status}.`);
    return 1;
  }
  terminal.say(`${name}, tried out; nothing was saved.`);
  tell(terminal, outcome.result.report);
  return 0;
};

const tell = (
  terminal: Terminal,
  report: Pick<RoundReport, 'served' | 'seats' | 'room' | 'total' | 'objective'>,
) => {
  const { served, seats, room, total, objective } = report;
  terminal.say(
    `${served} of ${seats} seats filled, ${room} were to give. Objective: ${objective}. Proved best.`,
  );
  terminal.say(`served=${served} seats=${seats} room=${room} total=${total} waiting=${seats - served}`);
};
