import { writeFile } from 'node:fs/promises';
import { type MarketResult, writeMarketResult } from '@trellis/matching/market-file/market-result';
import { solveMarketFile } from '@trellis/matching/market-file/solve-market-file';
import { type MmiPlan, solveMmi } from '@trellis/matching/market-file/solve-mmi';
import { isMmi, MmiError } from '@trellis/matching/mmi';
import type { Terminal } from '../../terminal.ts';
import { readMarketFile } from './read-market-file.ts';
import { readSolveOptions, SOLVE_USAGE, type SolveOptions } from './solve-options.ts';

const DONE = 0;
const UNPROVED = 1;
const INVALID = 2;
const INFEASIBLE = 3;

/**
 * Solves a market file, JSON or MMI1, and writes the result: to `--out`, or JSON to standard output. Then
 * one line for people and one for machines.
 * @returns the exit code: 0 done, 1 the proof did not hold, 2 bad arguments or file, 3 no plan
 */
export async function solveFile(
  args: readonly string[],
  terminal: Pick<Terminal, 'say' | 'warn'>,
): Promise<number> {
  const options = readSolveOptions(args);
  if (typeof options === 'string') {
    terminal.warn(options);
    terminal.warn(`Usage: ${SOLVE_USAGE}`);
    return INVALID;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readMarketFile(options.file);
  } catch (error) {
    terminal.warn(`Cannot read ${options.file}: ${(error as Error).message}`);
    return INVALID;
  }
  try {
    return await (isMmi(bytes) ? solveBinary : solveText)(bytes, options, terminal);
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error;
    terminal.warn(error.message);
    return INVALID;
  }
}

async function solveBinary(
  bytes: Uint8Array,
  options: SolveOptions,
  terminal: Pick<Terminal, 'say' | 'warn'>,
): Promise<number> {
  const { objective } = options;
  if (objective !== 'served' && objective !== 'total') {
    terminal.warn(`MMI1 files can be solved for served or total, not ${objective}.`);
    return INVALID;
  }
  if (options.out === '-') {
    terminal.warn('An MMS1 answer is not for the terminal: name a file after --out.');
    return INVALID;
  }
  const watch = startWatch();
  let plan: MmiPlan;
  try {
    plan = solveMmi(bytes, objective, options.withPrices);
  } catch (error) {
    if (!(error instanceof MmiError)) throw error;
    terminal.warn(`Invalid file: ${error.message}`);
    return INVALID;
  }
  if (options.out !== null) await writeOut(options.out, plan.answer);
  const verdict = plan.faults.length === 0 ? 'proved best' : `NOT PROVED: ${plan.faults[0]}`;
  terminal.say(
    `Served ${plan.served} of ${plan.requests} requests with a score of ${plan.score}; ${verdict}.`,
  );
  terminal.say(watch.line(plan.served, String(plan.score)));
  return plan.faults.length === 0 ? DONE : UNPROVED;
}

async function solveText(
  bytes: Uint8Array,
  options: SolveOptions,
  terminal: Pick<Terminal, 'say' | 'warn'>,
): Promise<number> {
  const watch = startWatch();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    terminal.warn('Invalid file: neither MMI1 nor UTF-8 text.');
    return INVALID;
  }
  const result = solveMarketFile(text, options);
  const written = writeMarketResult(result);
  if (options.out !== null && options.out !== '-') await writeOut(options.out, written);
  else terminal.say(written.trimEnd());
  const word =
    result.status === 'invalid' ? 'Invalid file' : result.status === 'infeasible' ? 'No plan' : 'Note';
  for (const cause of result.causes) terminal.warn(`${word}: ${cause}`);
  if (result.status === 'invalid') return INVALID;
  terminal.say(summaryOf(result));
  terminal.say(watch.line(result.assignments, result.total.digits));
  if (result.status === 'infeasible') return INFEASIBLE;
  return result.certificate?.ok === true ? DONE : UNPROVED;
}

function summaryOf(result: MarketResult): string {
  if (result.status === 'infeasible') return `No plan is possible: ${result.causes.length} causes.`;
  const waiting = result.waiting.length === 0 ? 'nobody waits' : `${result.waiting.length} wait`;
  const proof =
    result.certificate?.ok !== true
      ? 'NOT PROVED'
      : result.status === 'optimal'
        ? 'proved best under its rules'
        : 'best found, not proved';
  return `Filled ${result.assignments} seats with a total of ${result.total.digits}, ${waiting}; ${proof}.`;
}

/** Time, processor time and memory from here on. */
function startWatch(): { line(card: number, score: string): string } {
  const start = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  return {
    line(card, score) {
      const total = Number(process.hrtime.bigint() - start) / 1e9;
      const used = process.cpuUsage(cpu);
      const peak = Math.round(process.resourceUsage().maxRSS / 1024);
      const seconds = ((used.user + used.system) / 1e6).toFixed(3);
      return `total=${total.toFixed(3)} cpu=${seconds} card=${card} score=${score} peakMB=${peak}`;
    },
  };
}

class UnwritableError extends Error {}

async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new UnwritableError(`Cannot write ${file}: ${(error as Error).message}`);
  }
}
