import { parentPort, workerData } from 'node:worker_threads';
import { auditPlan } from '@trellis/matching/audit';
import { planRound } from '@trellis/matching/plan-round';
import type { RoundWatch } from '@trellis/matching/round-watch';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from '@trellis/matching/snapshot';
import { answerAbout, openRound, prepareNext } from './match-answers.ts';
import type { MatchJob, MatchReport, Planned, StopFlag } from './match-job.ts';
import { withHelp } from './with-help.ts';

// The thread that matches: it has no database, no clock and no chance; it computes what it is sent.

if (!parentPort) throw new Error('match-thread runs in a worker thread only');
const port = parentPort;
const stop: StopFlag = workerData;
const say = (report: MatchReport): void => port.postMessage(report);

const watch: RoundWatch = {
  onProgress: (progress) => say({ kind: 'progress', progress }),
  isCancelled: () => Atomics.load(stop, 0) === 1,
};

port.on('message', (job: MatchJob) => {
  switch (job.kind) {
    case 'plan':
      return say({ kind: 'planned', planned: plan(encodeSnapshot(job.input, job.settings)) });
    case 'replay':
      return say({ kind: 'planned', planned: plan(job.snapshot) });
    case 'ask':
      say({
        kind: 'answered',
        answer: answerAbout(openRound(job.key, job.snapshot), job.question, watch),
      });
      if (job.question.kind === 'what_if') setImmediate(prepareInPauses);
  }
});

/** Who has moved one weight will move another: what helps then is prepared between questions, a part at a time. */
const prepareInPauses = (): void => {
  if (prepareNext()) setImmediate(prepareInPauses);
};

const read = (text: string): Snapshot => {
  const decoded = decodeSnapshot(text);
  if (!decoded.ok) throw new Error(`the snapshot cannot be read: ${decoded.fault}`);
  return decoded.snapshot;
};

/** The second look at a plan proved level by level solves each level anew: beyond so many pairs it would take minutes. */
const MOST_PAIRS_LEVELED = 500_000;

/** Plans from the text that is kept, so that a replay begins with the very same; then looks at the plan once more. */
const plan = (text: string): Planned => {
  const { input, settings } = read(text);
  const result = withHelp(text, input, watch, (helped) => planRound(input, settings, helped));
  if (result.status !== 'planned') return { result, snapshot: text };
  const { kind, pairs } = result.certificate;
  // Its own proof was checked by `planRound` in any case.
  if (kind === 'levels' && pairs > MOST_PAIRS_LEVELED) return { result, snapshot: text };
  watch.onProgress?.({ stage: 'proving', done: 0, total: 1 });
  const faults = auditPlan(input, settings, result);
  if (faults.length === 0) return { result, snapshot: text };
  return { result: { status: 'not_proved', reason: faults.slice(0, 5).join('; ') }, snapshot: text };
};
